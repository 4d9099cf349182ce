package org.personalbudget.ops.http.invoices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.InvoiceCommand.ApproveInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.DisputeInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordCreditNote;
import org.personalbudget.ledger.budget.InvoiceCommand.RejectInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.ReleaseInvoice;
import org.personalbudget.ledger.budget.InvoiceEvent.CreditNoteRecorded;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceApproved;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceAssessed;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentEntered;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentMoved;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierRefundId;
import org.personalbudget.ops.http.invoices.InvoiceAnswer.ReasonAnswer;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Facts;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.projections.invoices.InvoiceView.Finding;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people decide about an invoice that the rules leave to them, and what its supplier takes back of it. */
@Tag(name = "Invoices")
@RestController
@RequestMapping("/api/v1/invoices/{invoiceId}")
public final class InvoiceSettlements {

    private static final int LONGEST_REASON = 1_000;

    private final Desk desk;
    private final InvoiceBudgets budgets;

    InvoiceSettlements(Desk desk, InvoiceBudgets budgets) {
        this.desk = desk;
        this.budgets = budgets;
    }

    @Operation(
            summary = "Pay what is disputed",
            description = "All of it, or the amount given, with VAT; not by whoever entered the invoice.")
    @PostMapping("/approval")
    @Asks(ApproveInvoice.class)
    ResponseEntity<InvoiceSettled> approve(@PathVariable UUID invoiceId, @RequestBody SettleRequest body, Call call) {
        InvoiceId invoice = new InvoiceId(invoiceId);
        BudgetId budget = budgets.of(invoice).budget();
        return ask(
                call,
                invoice,
                fields -> new ApproveInvoice(budget, invoice, body.amountIn(fields), body.reasonIn(fields)));
    }

    @Operation(
            summary = "Keep back what was approved",
            description = "As far as it was not handed to the bank; all of that, or the amount given.")
    @PostMapping("/dispute")
    @Asks(DisputeInvoice.class)
    ResponseEntity<InvoiceSettled> dispute(@PathVariable UUID invoiceId, @RequestBody SettleRequest body, Call call) {
        InvoiceId invoice = new InvoiceId(invoiceId);
        BudgetId budget = budgets.of(invoice).budget();
        return ask(
                call,
                invoice,
                fields -> new DisputeInvoice(budget, invoice, body.amountIn(fields), body.reasonIn(fields)));
    }

    @Operation(
            summary = "Decide about what is held",
            description = "RELEASE takes it through the other rules, REJECT ends it; by another person than entered it."
                    + " REJECT also ends a dispute: what is disputed is not paid.")
    @PostMapping("/release")
    @Asks(ReleaseInvoice.class)
    ResponseEntity<InvoiceSettled> release(@PathVariable UUID invoiceId, @RequestBody ReleaseRequest body, Call call) {
        InvoiceId invoice = new InvoiceId(invoiceId);
        BudgetId budget = budgets.of(invoice).budget();
        return ask(call, invoice, fields -> body.command(budget, invoice, fields));
    }

    @Operation(
            summary = "Record a credit note",
            description = "Takes back some of this invoice: what is disputed, then what is not paid yet, then what was"
                    + " paid, which the supplier then owes back.")
    @PostMapping("/credit-notes")
    @Asks(RecordCreditNote.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CreditNoteAnswer> credit(
            @PathVariable UUID invoiceId, @RequestBody CreditNoteRequest body, Call call) {
        DocumentEntered entered = budgets.of(new InvoiceId(invoiceId));
        SubmittedInvoices.requireOwn(entered.supplier(), call.caller());
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(entered, fields),
                facts -> CreditNoteAnswer.of(facts, entered.document()));
    }

    private ResponseEntity<InvoiceSettled> ask(
            Call call, InvoiceId invoice, java.util.function.Function<Fields, Command> command) {
        return desk.ask(call, HttpStatus.OK, command, facts -> InvoiceSettled.of(invoice, facts));
    }

    @Schema(name = "SettleInvoice")
    record SettleRequest(
            @Schema(description = "With VAT; all of it if not given.", example = "71.50") @Nullable
            String amount,

            @Nullable String reason) {

        @Nullable
        Money amountIn(Fields fields) {
            return fields.optionalMoney("amount", amount);
        }

        @Nullable
        Note reasonIn(Fields fields) {
            return fields.optionalNote("reason", reason, LONGEST_REASON);
        }
    }

    /** What is done with an invoice that is held or disputed. */
    enum ReleaseDecision {
        RELEASE,
        REJECT
    }

    @Schema(name = "ReleaseInvoice")
    record ReleaseRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"RELEASE", "REJECT"})
            @Nullable
            String decision,

            @Nullable String reason) {

        Command command(BudgetId budget, InvoiceId invoice, Fields fields) {
            Note note = fields.optionalNote("reason", reason, LONGEST_REASON);
            return switch (fields.oneOf("decision", decision, ReleaseDecision.class)) {
                case RELEASE -> new ReleaseInvoice(budget, invoice, note);
                case REJECT -> new RejectInvoice(budget, invoice, note);
            };
        }
    }

    @Schema(name = "RecordCreditNote")
    record CreditNoteRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CN-17") @Nullable
            String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date") @Nullable
            String issuedOn,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "With VAT.", example = "71.50") @Nullable
            String gross) {

        Command command(DocumentEntered invoice, Fields fields) {
            return new RecordCreditNote(
                    invoice.budget(),
                    invoice.supplier(),
                    new InvoiceNumber(fields.invoiceNumber("number", number)),
                    invoice.document(),
                    fields.date("issuedOn", issuedOn),
                    fields.money("gross", gross));
        }
    }

    /** What an invoice is now, and what was instructed with that. */
    @Schema(name = "InvoiceSettled")
    record InvoiceSettled(
            InvoiceId invoiceId, InvoiceStanding status, List<ReasonAnswer> reasons, List<PaymentId> paymentIds) {

        static InvoiceSettled of(InvoiceId invoice, Facts facts) {
            return new InvoiceSettled(
                    invoice,
                    facts.all(DocumentMoved.class).getLast().standing(),
                    facts.find(InvoiceAssessed.class).stream()
                            .flatMap(it -> it.reasons().stream())
                            .map(Finding::of)
                            .map(ReasonAnswer::of)
                            .toList(),
                    facts.all(InvoiceApproved.class).stream()
                            .map(InvoiceApproved::payment)
                            .toList());
        }
    }

    /** What a credit note was set against, and what its invoice is now. */
    @Schema(name = "CreditNoteAnswer")
    record CreditNoteAnswer(
            InvoiceId creditNoteId,
            InvoiceId invoiceId,
            InvoiceStanding status,
            Money gross,
            Money againstDispute,
            Money unpaid,
            Money refundDue,
            @Nullable SupplierRefundId refundId) {

        static CreditNoteAnswer of(Facts facts, InvoiceId invoice) {
            CreditNoteRecorded it = facts.the(CreditNoteRecorded.class);
            return new CreditNoteAnswer(
                    it.creditNote(),
                    invoice,
                    facts.the(DocumentMoved.class).standing(),
                    it.gross(),
                    it.againstDispute(),
                    it.gross().minus(it.againstDispute()).minus(it.refunded()),
                    it.refunded(),
                    it.refund());
        }
    }
}
