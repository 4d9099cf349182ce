package org.personalbudget.ops.http.paymentreports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payrun.PaymentReport;
import org.personalbudget.ledger.payrun.ReportKind;
import org.personalbudget.ledger.payrun.ReportedOutcome;
import org.personalbudget.ledger.payrun.ReportedPayment;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * What became of a report.
 *
 * @param repeated whether this very file was taken in before
 * @param applied how many of its payments it moved
 * @param results payment by payment, in the order of the file; the first of them
 */
@Schema(name = "PaymentReport")
record ReportAnswer(
        ReportKind kind,
        String reportId,
        LocalDate on,
        String file,
        boolean repeated,
        int payments,
        long applied,
        long unchanged,
        long unknown,
        long refused,
        List<Result> results) {

    private static final int FIRST = 1_000;

    /** What was done about one payment. */
    enum Status {
        APPLIED,
        /** The payment had got as far already, or nothing follows from what was said. */
        UNCHANGED,
        /** No payment of ours has this reference. */
        UNKNOWN,
        REFUSED
    }

    /**
     * @param place where it stands in the file
     * @param reference as the bank wrote it
     * @param returnCode the bank's reason
     * @param code why it was refused
     */
    @Schema(name = "ReportedPaymentResult")
    record Result(
            int number,
            String place,
            @Nullable String reference,
            @Nullable PaymentId paymentId,
            @Nullable BudgetId budgetId,
            ReportedOutcome outcome,
            @Nullable String returnCode,
            Status status,
            @Nullable String code) {

        static Result unknown(ReportedPayment it) {
            return of(it, null, null, Status.UNKNOWN, "unknown-reference");
        }

        static Result of(
                ReportedPayment it,
                @Nullable PaymentId payment,
                @Nullable BudgetId budget,
                Status status,
                @Nullable String code) {
            String reference = it.endToEndId() == null ? it.bacsReference() : it.endToEndId();
            return new Result(
                    it.number(),
                    it.place(),
                    reference == null ? it.file() : reference,
                    payment,
                    budget,
                    it.outcome(),
                    it.code(),
                    status,
                    code);
        }
    }

    static ReportAnswer of(PaymentReport report, String file, boolean repeated, List<Result> results) {
        return new ReportAnswer(
                report.kind(),
                report.id(),
                report.on(),
                file,
                repeated,
                report.payments().size(),
                count(results, Status.APPLIED),
                count(results, Status.UNCHANGED),
                count(results, Status.UNKNOWN),
                count(results, Status.REFUSED),
                results.size() <= FIRST ? results : results.subList(0, FIRST));
    }

    private static long count(List<Result> results, Status status) {
        return results.stream().filter(each -> each.status() == status).count();
    }
}
