package org.personalbudget.ledger.budget;

/** The reviews that were held, and how closely the budget is watched. */
record Reviews() {

    static final Reviews NONE = new Reviews();
}
