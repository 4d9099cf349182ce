package org.personalbudget.projections.period;

/** What can happen to a period. */
public enum PeriodStep {
    CLOSING_BEGUN,
    CLOSED,
    REOPENING_REQUESTED,
    REOPENED
}
