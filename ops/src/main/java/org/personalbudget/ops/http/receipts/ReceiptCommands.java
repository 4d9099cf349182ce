package org.personalbudget.ops.http.receipts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.RecoveryCommand.AllocateReceipt;
import org.personalbudget.ledger.budget.RecoveryEvent.ReceiptApplied;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptCommand.RecordReceipt;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptRecorded;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records money that came to the council's bank, and says what it was for. */
@Tag(name = "Receipts")
@RestController
@RequestMapping("/api/v1/receipts")
public final class ReceiptCommands {

    private static final int LONGEST_REFERENCE = 200;

    private final Desk desk;

    ReceiptCommands(Desk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Record a receipt",
            description = "Money that came to the council's bank, and nobody knows yet what for.")
    @PostMapping
    @Asks(RecordReceipt.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReceiptRecordedAnswer> record(@RequestBody RecordReceiptRequest body, Call call) {
        ReceiptId receipt = new ReceiptId(call.newId("receipt"));
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(receipt, fields),
                facts -> ReceiptRecordedAnswer.of(facts.the(ReceiptRecorded.class)));
    }

    @Operation(
            summary = "Allocate a receipt",
            description =
                    "It settles what a budget waits for, as if it had been paid in directly; without an amount, as"
                            + " much as is left of it and still to come.")
    @PostMapping("/{receiptId}/allocations")
    @Asks(AllocateReceipt.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReceiptAllocatedAnswer> allocate(
            @PathVariable UUID receiptId, @RequestBody AllocateReceiptRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new ReceiptId(receiptId), fields),
                facts -> ReceiptAllocatedAnswer.of(facts.the(ReceiptApplied.class)));
    }

    @Schema(name = "RecordReceipt")
    record RecordReceiptRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "66.00") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-08-25") @Nullable
            String on,

            @Schema(description = "What the payer quoted; the register keeps it.", example = "ref 4417") @Nullable
            String reference) {

        Command command(ReceiptId receipt, Fields fields) {
            return new RecordReceipt(
                    receipt,
                    fields.money("amount", amount),
                    fields.date("on", on),
                    fields.optionalNote("reference", reference, LONGEST_REFERENCE));
        }
    }

    @Schema(name = "AllocateReceipt")
    record AllocateReceiptRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String budgetId,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"CONTRIBUTION", "RECLAIM", "SUPPLIER_REFUND", "RECHARGE"})
            @Nullable
            String to,

            @Schema(format = "uuid", description = "Which reclaim, supplier refund or recharge.") @Nullable
            String id,

            @Schema(example = "66.00") @Nullable String amount) {

        Command command(ReceiptId receipt, Fields fields) {
            return new AllocateReceipt(
                    new BudgetId(fields.uuid("budgetId", budgetId)),
                    receipt,
                    fields.oneOf("to", to, ReceiptTarget.class),
                    fields.optionalUuid("id", id),
                    fields.optionalMoney("amount", amount));
        }
    }

    @Schema(name = "ReceiptRecorded")
    record ReceiptRecordedAnswer(ReceiptId receiptId, Money amount, LocalDate on) {
        static ReceiptRecordedAnswer of(ReceiptRecorded it) {
            return new ReceiptRecordedAnswer(it.receipt(), it.amount(), it.effectiveOn());
        }
    }

    @Schema(name = "ReceiptAllocated")
    record ReceiptAllocatedAnswer(
            ReceiptId receiptId,
            BudgetId budgetId,
            ReceiptTarget to,
            @Nullable UUID id,
            Money amount) {
        static ReceiptAllocatedAnswer of(ReceiptApplied it) {
            return new ReceiptAllocatedAnswer(
                    it.receipt(),
                    it.budget(),
                    it.to(),
                    it.reference(),
                    it.split().total());
        }
    }
}
