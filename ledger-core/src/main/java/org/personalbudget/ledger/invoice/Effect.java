package org.personalbudget.ledger.invoice;

/** What a reason does to an invoice. */
public enum Effect {
    /** Nothing of it is paid. */
    REJECTS,
    /** A second person looks at it before anything is paid. */
    HOLDS,
    /** The amount that the reason names is not paid until it is settled. */
    DISPUTES,
    /** Only said. */
    NOTES
}
