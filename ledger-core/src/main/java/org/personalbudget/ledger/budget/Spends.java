package org.personalbudget.ledger.budget;

/** The spends that can still be queried, judged or refunded. */
record Spends() {

    static final Spends NONE = new Spends();
}
