package org.personalbudget.ops.http.paymentreports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payrun.PaymentReport;
import org.personalbudget.ledger.payrun.PaymentReportCommand.TakePaymentReport;
import org.personalbudget.ledger.payrun.PaymentReportEvent.PaymentReportTaken;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ops.http.paymentreports.ReportTaking.Taken;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.projections.reader.LiveReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what banks report about payments. */
@Tag(name = "Pay runs")
@RestController
@RequestMapping("/api/v1/payment-reports")
public final class PaymentReportCommands {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] NOTHING = {};

    private final Desk desk;
    private final ReportOrigins origins;
    private final ReportTaking taking;
    private final LiveReader reader;

    PaymentReportCommands(Desk desk, ReportOrigins origins, ReportTaking taking, LiveReader reader) {
        this.desk = desk;
        this.origins = origins;
        this.taking = taking;
        this.reader = reader;
    }

    @Operation(
            summary = "Take in a bank's report",
            description =
                    "pain.002, camt.054 or ARUCS, told by its content: payments settle, are rejected, or come back with"
                            + " the bank's reason. A report about another account, another service user number or a file"
                            + " that is not ours is refused. The same file again changes nothing and says so; references that are not ours"
                            + " are listed.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/xml", schema = @Schema(type = "string"))))
    @PostMapping
    @Asks(TakePaymentReport.class)
    ResponseEntity<ReportAnswer> take(@RequestBody(required = false) byte @Nullable [] body, Call call)
            throws FileUnreadable, InterruptedException {
        byte[] bytes = body == null ? NOTHING : body;
        PaymentReport report = ReportFiles.read(bytes);
        origins.verify(report);
        FileDigest file = digestOf(bytes);
        var taken = desk.ask(
                call,
                HttpStatus.OK,
                fields -> new TakePaymentReport(
                        file, report.kind(), report.on(), report.payments().size()),
                facts -> facts.has(PaymentReportTaken.class));
        if (!reader.awaitHead(PATIENCE)) throw behind();
        Taken done = taking.take(report, file, call);
        String known = taken.getHeaders().getFirst(Desk.POSITION);
        long position = Math.max(done.position(), known == null ? 0 : Long.parseLong(known));
        boolean repeated = !Boolean.TRUE.equals(taken.getBody());
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(position))
                .body(ReportAnswer.of(report, file.value(), repeated, done.results()));
    }

    private static ProblemException behind() {
        return new ProblemException(Problem.of(
                503, "projection-behind", "The list of payments is not up to date yet. Bring the report again."));
    }

    private static FileDigest digestOf(byte[] bytes) {
        try {
            return new FileDigest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
