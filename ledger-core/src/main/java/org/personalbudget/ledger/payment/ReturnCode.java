package org.personalbudget.ledger.payment;

/** Why the bank sent a payment back (Bacs ARUCS reasons, and {@code OTHER} for all else). */
public enum ReturnCode {
    INVALID_DETAILS("0"),
    DECEASED("2"),
    ACCOUNT_TRANSFERRED("3"),
    NO_ACCOUNT("5"),
    ACCOUNT_CLOSED("B"),
    BY_REMITTER("C"),
    OTHER("X");

    private final String code;

    ReturnCode(String code) {
        this.code = code;
    }

    /** The code as the bank writes it. */
    public String code() {
        return code;
    }
}
