package org.personalbudget.ledger.budget;

/** What is to be paid back, and what is let go. */
record Reclaims() {

    static final Reclaims NONE = new Reclaims();
}
