package org.personalbudget.ops.http.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ledger.intake.FileKind;
import org.personalbudget.ledger.intake.IntakeCommand.ReceiveFile;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.csv.RejectedField;
import org.personalbudget.payments.invoicecsv.InvoiceBatch;
import org.personalbudget.payments.invoicecsv.InvoiceBatches;
import org.personalbudget.payments.ubl.UblInvoices;
import org.personalbudget.payments.ubl.UblReading;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes invoices and credit notes in as files: one as UBL, many as CSV. */
@Tag(name = "Invoices")
@RestController
@RequestMapping("/api/v1/invoices")
public final class InvoiceFiles {

    static final String CSV = "text/csv";

    private static final byte[] NOTHING = {};

    private final SubmittedInvoices invoices;
    private final FileIntake files;

    InvoiceFiles(SubmittedInvoices invoices, FileIntake files) {
        this.invoices = invoices;
        this.files = files;
    }

    @Operation(
            summary = "Hand in an invoice or a credit note as UBL",
            description = "UBL 2.1, by the rules of EN 16931 and Peppol BIS Billing 3: each rule that is broken is"
                    + " answered with its id, its text and its place. Beyond those rules, the order (the budget's id) is"
                    + " cac:OrderReference/cbc:ID, a plan line is cac:OrderLineReference/cbc:LineID of the line, the"
                    + " supplier's reference is its cac:PartyIdentification, and a visit that is billed is an item"
                    + " property named Visit.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_XML_VALUE,
                                            schema = @Schema(type = "string"))))
    @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @Asks(SubmitInvoice.class)
    ResponseEntity<?> document(@RequestBody(required = false) byte @Nullable [] body, Call call) throws FileUnreadable {
        SubmittedInvoice invoice = switch (UblInvoices.read(body == null ? NOTHING : body)) {
            case UblReading.Valid valid -> valid.invoice();
            case UblReading.Broken broken -> throw new ProblemException(problemOf(broken));
        };
        return InvoiceCommands.answer(invoices.submit(List.of(invoice), call), false);
    }

    private static Problem problemOf(UblReading.Broken broken) {
        int count = broken.rules().size();
        return Problem.of(
                        422,
                        "invoice-breaks-rules",
                        "The document breaks " + (count == 1 ? "a rule" : count + " rules")
                                + " of its format, and nothing of it was used.")
                .with("rules", broken.rules());
    }

    @Operation(
            summary = "Hand in a batch of invoices as CSV",
            description = "RFC 4180, UTF-8, one row for each line of an invoice. In every row: supplier, invoice (its"
                    + " number), quantity, rate, line_net, vat_category, and where there is one line, plan_line, vat_rate,"
                    + " line_from, line_to, visits (with | between them). Once for each invoice: order (the budget's id),"
                    + " issued, service_from, service_to, gross, and where there is one due, currency, net, tax, kind"
                    + " (CREDIT_NOTE) with corrects. Rows that cannot be read are listed, and the invoices without such"
                    + " rows go through the rules one by one. The same file twice is refused; one that was interrupted"
                    + " goes on where it stopped.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    @PostMapping(consumes = CSV)
    @Asks(ReceiveFile.class)
    ResponseEntity<BatchAnswer> batch(@RequestBody(required = false) byte @Nullable [] body, Call call)
            throws FileUnreadable {
        byte[] bytes = body == null ? NOTHING : body;
        InvoiceBatch batch = InvoiceBatches.read(bytes);
        SubmittedInvoices.requireOwn(batch.invoices(), call.caller());
        FileIntake.Taken file = files.receive(
                bytes,
                FileKind.INVOICES,
                batch.invoices().size(),
                batch.rejected().size(),
                call);
        SubmittedInvoices.Outcome outcome = invoices.submit(
                batch.invoices(),
                call,
                (invoice, _, command) ->
                        file.request("invoice/" + invoice.supplier() + "/" + invoice.number(), command, call));
        int accepted = (int) outcome.answers().stream()
                .filter(answer -> answer.status() != InvoiceStanding.REJECTED)
                .count();
        long finished = files.finish(file, accepted, call);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(Desk.POSITION, Long.toString(Math.max(outcome.position(), finished)))
                .body(new BatchAnswer(file.digest(), outcome.answers(), batch.rejected()));
    }

    /**
     * What was made of a batch.
     *
     * @param file the digest of its bytes
     * @param invoices in the order in which the file first names them
     * @param rejected the rows that cannot be read, by line
     */
    @Schema(name = "InvoiceBatchAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BatchAnswer(FileDigest file, List<InvoiceAnswer> invoices, List<RejectedField> rejected) {}
}
