package org.personalbudget.ledger.invoice;

/** What a supplier hands in. */
public enum DocumentKind {
    /** Asks for money. */
    INVOICE,
    /** Takes back what an invoice asked for; its amounts are positive and count against that invoice. */
    CREDIT_NOTE
}
