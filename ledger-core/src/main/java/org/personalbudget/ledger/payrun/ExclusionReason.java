package org.personalbudget.ledger.payrun;

/** Why a run leaves something out. */
public enum ExclusionReason {
    /** Nobody has approved where to pay. */
    NO_DETAILS,
    /** The bank sent money back from there, or somebody blocked it. */
    BLOCKED,
    /** Blocked, and what is to take its place has not waited long enough. */
    COOLING_OFF,
    SUSPENDED,
    ENDED,
    DEAD,
    /** The bank says that somebody has died. */
    DEATH_QUERIED,
    /** There is nothing to pay in this period. */
    NOTHING_TO_PAY,
    /** Another run that has not gone out has it already. */
    IN_ANOTHER_RUN,
    /** Another reason stands beside it: its budget refused it, or no payment file can name the payee. */
    REFUSED
}
