package org.personalbudget.ledger.bankdetails;

import org.personalbudget.ledger.kernel.Circumstances;

/**
 * What a decision about bank details needs beside the versions.
 *
 * @param payee what the ledger knows of whom the command names
 */
public record BankDetailsFacts(Circumstances at, Known payee) {

    /** What is known of a payee. */
    public enum Known {
        UNKNOWN,
        NOT_PAID_BY_BANK,
        PAID_BY_BANK
    }
}
