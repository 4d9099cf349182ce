package org.personalbudget.ops.http.invoices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordActuals;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.actualscsv.ActualsFile;
import org.personalbudget.payments.actualscsv.ActualsFiles;
import org.personalbudget.payments.csv.RejectedField;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what was delivered as a table. */
@Tag(name = "Invoices")
@RestController
@RequestMapping("/api/v1/actuals")
public final class ActualsFileCommands {

    private static final byte[] NOTHING = {};

    private final SubmittedVisits visits;

    ActualsFileCommands(SubmittedVisits visits) {
        this.visits = visits;
    }

    @Operation(
            summary = "Tell of delivered visits as CSV",
            description =
                    "RFC 4180, UTF-8, one row for each visit: visit (its id), supplier, order (the budget's id), on,"
                            + " minutes, and where several lines are ordered from that supplier plan_line. A row that cannot be"
                            + " read and a visit that cannot be recorded are told apart, the others are kept.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = InvoiceFiles.CSV, schema = @Schema(type = "string"))))
    @PostMapping(consumes = InvoiceFiles.CSV)
    @Asks(RecordActuals.class)
    ResponseEntity<ActualsFileAnswer> tell(@RequestBody(required = false) byte @Nullable [] body, Call call)
            throws FileUnreadable {
        ActualsFile file = ActualsFiles.read(body == null ? NOTHING : body);
        SubmittedVisits.Outcome outcome = visits.submit(file.actuals(), call);
        return ResponseEntity.status(outcome.recorded() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .header(Desk.POSITION, Long.toString(outcome.position()))
                .body(new ActualsFileAnswer(outcome.recorded(), outcome.known(), outcome.rejected(), file.rejected()));
    }

    /**
     * What was made of a table of visits.
     *
     * @param recorded how many are known from now on
     * @param known how many had been told before
     * @param rejected the visits that are not recorded
     * @param rejectedRows the rows that cannot be read, by line
     */
    @Schema(name = "ActualsFileAnswer")
    record ActualsFileAnswer(
            int recorded, int known, List<SubmittedVisits.Rejected> rejected, List<RejectedField> rejectedRows) {}
}
