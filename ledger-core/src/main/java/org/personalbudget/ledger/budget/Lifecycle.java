package org.personalbudget.ledger.budget;

/** What interrupts, ends or moves a budget, and the batches that have touched it. */
record Lifecycle() {

    static final Lifecycle NONE = new Lifecycle();
}
