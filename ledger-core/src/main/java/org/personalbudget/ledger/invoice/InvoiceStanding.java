package org.personalbudget.ledger.invoice;

/** What an invoice or a credit note has become. */
public enum InvoiceStanding {
    /** A second person looks at it first. */
    HELD,
    /** All of it that is not credited is paid, or will be. */
    APPROVED,
    /** What is in order is paid, the rest is disputed. */
    PART_APPROVED,
    /** Nothing of it is in order. */
    DISPUTED,
    /** Nothing of it is or will be paid. Its number may be handed in again. */
    REJECTED,
    /** A credit note has taken all of it back; or it is a credit note itself. */
    CREDITED
}
