package org.personalbudget.ledger.payrun;

/**
 * Whose payments a report is about, as it says itself.
 *
 * @param place where it says so
 * @param value an IBAN or sort code and account number, letters and digits only; a service user number; or the name of a
 *     file of payments
 */
public record ReportOrigin(Kind kind, String place, String value) {

    /** By what a report says whose payments it is about. */
    public enum Kind {
        ACCOUNT,
        SERVICE_USER,
        FILE
    }
}
