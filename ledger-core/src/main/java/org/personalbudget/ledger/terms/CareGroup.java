package org.personalbudget.ledger.terms;

/** Whose need a budget meets. */
public enum CareGroup {
    ADULT,
    CHILD,
    CARER
}
