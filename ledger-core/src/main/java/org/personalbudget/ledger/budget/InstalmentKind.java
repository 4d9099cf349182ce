package org.personalbudget.ledger.budget;

/** What an instalment is for. */
public enum InstalmentKind {
    /** The amount of one period; one for each account and period. */
    REGULAR,
    /** An amount set aside for a purpose of its own: a ring-fence. */
    ONE_OFF,
    /** What a later decision adds to a period that was paid before. */
    ADJUSTMENT
}
