package org.personalbudget.ledger.budget;

/** What a close relative may be paid for under a necessity decision. */
public enum NecessityPurpose {
    CARE,
    ADMINISTRATION
}
