package org.personalbudget.ledger.budget;

/** Why an amount is let go. */
public enum ReliefKind {
    /** The council chooses not to ask for it. */
    WAIVER,
    /** It cannot be got. */
    WRITE_OFF
}
