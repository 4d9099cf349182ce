package org.personalbudget.ledger.payrun;

/** What a bank says became of a payment. */
public enum ReportedOutcome {
    /** Taken and found in order; no money has moved yet. */
    ACCEPTED,
    /** Not decided yet. */
    PENDING,
    /** The money has left the payer's account. */
    SETTLED,
    /** Refused before any money moved. */
    REJECTED,
    /** It came back after the money had moved. */
    RETURNED
}
