package org.personalbudget.projections.course;

/** How a budget stands on a day. */
public enum Standing {
    /** Allocated, with no plan approved yet. */
    PROPOSED,
    ACTIVE,
    /** Nothing of it is paid for, for a while. */
    SUSPENDED,
    ENDED,
    DIED
}
