package org.personalbudget.ops.http.paymentreports;

import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.payrun.PaymentReport;
import org.personalbudget.ledger.payrun.ReportOrigin;
import org.personalbudget.ops.http.payruns.PayRunFileId;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.projections.payruns.PayRunQuery;

/** Only what is reported of the council's own account, of its own service user number or of a file of its own counts. */
public final class ReportOrigins {

    private final Payer payer;
    private final PayRunQuery runs;

    public ReportOrigins(Payer payer, PayRunQuery runs) {
        this.payer = payer;
        this.runs = runs;
    }

    /** @throws ProblemException if a report is about anybody else, or does not say whom it is about */
    void verify(PaymentReport report) {
        if (report.origins().isEmpty() && !report.payments().isEmpty()) {
            throw notOurs("", "The report names neither the account nor the service user nor the file it is about.");
        }
        for (ReportOrigin origin : report.origins()) {
            if (!isOurs(origin)) throw notOurs(origin.place(), sentence(origin.kind()));
        }
    }

    private boolean isOurs(ReportOrigin origin) {
        String value = origin.value();
        return switch (origin.kind()) {
            case ACCOUNT ->
                value.equals(payer.sortCode() + payer.accountNumber()) || value.equals(payer.accountNumber());
            case SERVICE_USER -> value.equals(payer.serviceUserNumber());
            case FILE -> PayRunFileId.runOf(value).flatMap(runs::find).isPresent();
        };
    }

    private static String sentence(ReportOrigin.Kind kind) {
        return switch (kind) {
            case ACCOUNT -> "The report is about another account than the one that pay runs are paid from.";
            case SERVICE_USER -> "The report is about another service user number than ours.";
            case FILE -> "The report is about a file that no pay run of ours was sent in.";
        };
    }

    private static ProblemException notOurs(String place, String sentence) {
        return new ProblemException(Problem.of(422, "report-not-ours", sentence).with("place", place));
    }
}
