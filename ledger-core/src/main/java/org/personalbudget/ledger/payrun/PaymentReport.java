package org.personalbudget.ledger.payrun;

import java.time.LocalDate;
import java.util.List;

/**
 * What a bank says became of payments.
 *
 * @param id the bank's own id of the report
 * @param on the day it was made
 * @param origins whose payments it is about; every one of them counts
 * @param payments in the order of the file
 */
public record PaymentReport(
        String id, ReportKind kind, LocalDate on, List<ReportOrigin> origins, List<ReportedPayment> payments) {

    public PaymentReport {
        origins = List.copyOf(origins);
        payments = List.copyOf(payments);
    }
}
