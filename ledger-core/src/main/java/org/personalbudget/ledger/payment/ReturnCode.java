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

    /** Whether it says that the details are wrong, so that nothing more is paid there. */
    public boolean blocksDetails() {
        return switch (this) {
            case INVALID_DETAILS, ACCOUNT_TRANSFERRED, NO_ACCOUNT, ACCOUNT_CLOSED -> true;
            case DECEASED, BY_REMITTER, OTHER -> false;
        };
    }

    /** The code as the bank writes it. */
    public String code() {
        return code;
    }
}
