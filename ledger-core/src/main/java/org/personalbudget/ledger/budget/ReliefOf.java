package org.personalbudget.ledger.budget;

/** What an amount is let go of. */
public enum ReliefOf {
    /** A contribution that is unpaid. */
    CONTRIBUTION,
    /** A reclaim that is unpaid. */
    RECLAIM,
    /** Money in an account, which whoever holds it keeps. */
    ACCOUNT
}
