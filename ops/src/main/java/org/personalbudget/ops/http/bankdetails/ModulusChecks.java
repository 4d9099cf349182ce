package org.personalbudget.ops.http.bankdetails;

import org.personalbudget.ledger.bankdetails.ModulusOutcome;

/** Whether there can be an account of this number at this sort code. */
@FunctionalInterface
public interface ModulusChecks {

    /**
     * @param sortCode six digits
     * @param accountNumber eight digits
     */
    ModulusOutcome of(String sortCode, String accountNumber);
}
