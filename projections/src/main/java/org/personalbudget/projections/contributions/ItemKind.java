package org.personalbudget.projections.contributions;

/** What can happen to what a person owes of their contribution. */
enum ItemKind {
    DUE,
    RECEIVED,
    RELIEVED,
    /** Received, and no longer counted as paid: owed back, or paid back. */
    GIVEN_UP,
    /** Of a surplus or a closing reclaim, owed back beside what was paid. */
    CLIENT_PART,
    REFUNDED
}
