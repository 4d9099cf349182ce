package org.personalbudget.ledger.payrun;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payment.ReturnCode;

/** Reasons as banks write them, in the words of this ledger. */
public final class ReportedReason {

    private ReportedReason() {}

    /**
     * Codes of Bacs (ARUCS) as they are; of the ISO 20022 external status and return reasons those that say the same:
     * AC01 and the like, an account that is wrong or blocked; AC04 and AC07, closed; MD07, deceased; CUST and the like, the payer's
     * own wish.
     */
    public static ReturnCode of(@Nullable String code) {
        if (code == null) return ReturnCode.OTHER;
        String given = code.strip().toUpperCase(Locale.ROOT);
        for (ReturnCode each : ReturnCode.values()) if (each.code().equals(given)) return each;
        return switch (given) {
            case "AC01", "AC03", "AC06", "AC14", "BE01", "RC01", "RC04" -> ReturnCode.INVALID_DETAILS;
            case "AC04", "AC07" -> ReturnCode.ACCOUNT_CLOSED;
            case "MD07" -> ReturnCode.DECEASED;
            case "CUST", "DUPL", "FOCR", "CNOR" -> ReturnCode.BY_REMITTER;
            default -> ReturnCode.OTHER;
        };
    }
}
