package org.personalbudget.projections.contributions;

/** What unpaid contributions lead to. */
public enum ArrearsKind {
    /** Somebody should speak with the person. */
    ALERT,
    /** The budget should be reviewed. */
    REVIEW
}
