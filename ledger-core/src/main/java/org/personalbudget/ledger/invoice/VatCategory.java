package org.personalbudget.ledger.invoice;

import java.util.Arrays;
import java.util.Optional;

/** How VAT applies to a line (UNCL5305, as EN 16931 uses it). */
public enum VatCategory {
    EXEMPT("E"),
    STANDARD("S"),
    ZERO_RATED("Z"),
    OUTSIDE_SCOPE("O");

    private final String code;

    VatCategory(String code) {
        this.code = code;
    }

    /** The code as an invoice has it. */
    public String code() {
        return code;
    }

    public static Optional<VatCategory> withCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
