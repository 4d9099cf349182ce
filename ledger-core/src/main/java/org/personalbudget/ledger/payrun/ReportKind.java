package org.personalbudget.ledger.payrun;

/** The message in which a bank says what became of payments. */
public enum ReportKind {
    /** ISO 20022, customer payment status report: taken, waiting, rejected. */
    PAIN_002,
    /** ISO 20022, debit and credit notification: booked, or come back. */
    CAMT_054,
    /** Bacs, automated return of unapplied credits. */
    ARUCS
}
