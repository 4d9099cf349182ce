package org.personalbudget.ops.http.invoices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ops.http.invoices.InvoiceRequests.Submission;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes invoices and credit notes in. */
@Tag(name = "Invoices")
@RestController
@RequestMapping("/api/v1/invoices")
public final class InvoiceCommands {

    private final SubmittedInvoices invoices;

    InvoiceCommands(SubmittedInvoices invoices) {
        this.invoices = invoices;
    }

    @Operation(
            summary = "Hand in invoices",
            description = "One, or a list. Each goes through the rules by itself: duplicates, party and order, period,"
                    + " rate in force, what was delivered and authorised, VAT, totals, tolerances, headroom. The answer"
                    + " says of each what it is now, and why. A provider hands in its own.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Asks(SubmitInvoice.class)
    ResponseEntity<?> submit(@RequestBody Submission body, Call call) {
        SubmittedInvoices.Outcome outcome = invoices.submit(body.read(), call);
        return answer(outcome, body.isList());
    }

    /** One invoice is answered by itself, several as a list. */
    static ResponseEntity<?> answer(SubmittedInvoices.Outcome outcome, boolean asList) {
        return ResponseEntity.status(outcome.recorded() ? HttpStatus.CREATED : HttpStatus.OK)
                .header(Desk.POSITION, Long.toString(outcome.position()))
                .body(
                        asList
                                ? new InvoiceAnswers(outcome.answers())
                                : outcome.answers().getFirst());
    }

    @Schema(name = "InvoiceAnswers")
    record InvoiceAnswers(List<InvoiceAnswer> invoices) {}
}
