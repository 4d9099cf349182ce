package org.personalbudget.ledger.budget;

/** Why a budget ends. */
public enum EndReason {
    /** A review found that there are no eligible needs any more. */
    NEEDS_ENDED,
    /** Another authority takes over. */
    MOVED_AWAY,
    /** Care goes on in a permanent care home. */
    CARE_HOME,
    /** The person asked for it. */
    REQUEST
}
