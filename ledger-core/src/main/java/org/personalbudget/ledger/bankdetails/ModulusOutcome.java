package org.personalbudget.ledger.bankdetails;

/** What the modulus check says of a sort code and an account number. */
public enum ModulusOutcome {
    VALID,
    /** There cannot be such an account. */
    FAILED,
    /** No rule covers this sort code: nothing speaks against it. */
    NOT_COVERED
}
