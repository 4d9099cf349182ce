package org.personalbudget.ledger.payrun;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;

/**
 * What a bank says became of one payment, or of all payments of a file: then neither reference is there. Where the file
 * is not there either, it is one payment that the bank does not identify.
 *
 * @param number its place in the report, from 1
 * @param place where it stands in the file that was read
 * @param endToEndId as we wrote it, at most 35 characters
 * @param bacsReference as we wrote it, at most 18 characters
 * @param file the file it was sent in, as we named it
 * @param code the reason: a code of ISO 20022, such as {@code AC04}, or of Bacs, such as {@code B}
 * @param amount more than nothing, whichever way it went
 * @param on the day it happened, else the day of the report
 */
public record ReportedPayment(
        int number,
        String place,
        @Nullable String endToEndId,
        @Nullable String bacsReference,
        @Nullable String file,
        ReportedOutcome outcome,
        @Nullable String code,
        @Nullable Money amount,
        LocalDate on) {}
