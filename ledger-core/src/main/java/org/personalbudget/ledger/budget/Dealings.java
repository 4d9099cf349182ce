package org.personalbudget.ledger.budget;

/** What there is between a budget and its suppliers: what they hand in, and what they owe back. */
record Dealings(Recoveries recoveries, Invoices invoices) {

    static final Dealings NONE = new Dealings(Recoveries.NONE, Invoices.NONE);
}
