package org.personalbudget.ledger.receipt;

/** What a receipt turns out to be for. */
public enum ReceiptTarget {
    /** The person's contribution. */
    CONTRIBUTION,
    /** Money that was demanded back. */
    RECLAIM,
    /** What a supplier owes back. */
    SUPPLIER_REFUND,
    /** A co-funder's part. */
    RECHARGE
}
