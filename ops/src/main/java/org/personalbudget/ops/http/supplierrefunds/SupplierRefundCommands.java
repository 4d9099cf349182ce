package org.personalbudget.ops.http.supplierrefunds;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.RecoveryCommand.ReceiveSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryCommand.RecordSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundDue;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundReceived;
import org.personalbudget.ledger.budget.RefundPortion;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRefundId;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.SourceSplit;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records what suppliers owe back, and what of it has come. */
@Tag(name = "Supplier refunds")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/supplier-refunds")
public final class SupplierRefundCommands {

    private final Desk desk;

    SupplierRefundCommands(Desk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Record that a supplier owes back some of a payment",
            description = "What was consumed is free again, in the service period it was for.")
    @PostMapping
    @Asks(RecordSupplierRefund.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SupplierRefundDueAnswer> due(
            @PathVariable UUID budgetId, @RequestBody SupplierRefundRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> SupplierRefundDueAnswer.of(facts.the(SupplierRefundDue.class)));
    }

    @Operation(
            summary = "Record that a supplier paid back",
            description = "Into the account it was paid from, or (no account) to the council's bank; without an amount,"
                    + " all that is outstanding.")
    @PostMapping("/{refundId}/receipts")
    @Asks(ReceiveSupplierRefund.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SupplierRefundReceivedAnswer> receive(
            @PathVariable UUID budgetId,
            @PathVariable UUID refundId,
            @RequestBody SupplierRefundReceiptRequest body,
            Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), new SupplierRefundId(refundId), fields),
                facts -> SupplierRefundReceivedAnswer.of(facts.the(SupplierRefundReceived.class)));
    }

    @Schema(name = "RecordSupplierRefund")
    record SupplierRefundRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String paymentId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "66.00") @Nullable
            String amount) {

        Command command(BudgetId budget, Fields fields) {
            return new RecordSupplierRefund(
                    budget, new PaymentId(fields.uuid("paymentId", paymentId)), fields.money("amount", amount));
        }
    }

    @Schema(name = "ReceiveSupplierRefund")
    record SupplierRefundReceiptRequest(
            @Schema(example = "66.00") @Nullable String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-08-25") @Nullable
            String on,

            @Schema(format = "uuid") @Nullable String accountId) {

        Command command(BudgetId budget, SupplierRefundId refund, Fields fields) {
            UUID account = fields.optionalUuid("accountId", accountId);
            return new ReceiveSupplierRefund(
                    budget,
                    refund,
                    account == null ? null : new AccountId(account),
                    fields.optionalMoney("amount", amount),
                    fields.date("on", on));
        }
    }

    @Schema(name = "SupplierRefundDue")
    record SupplierRefundDueAnswer(
            SupplierRefundId refundId,
            PaymentId paymentId,
            SupplierId supplierId,
            Money amount,
            Map<Source, Money> split,
            List<RefundedPeriod> periods) {
        static SupplierRefundDueAnswer of(SupplierRefundDue it) {
            return new SupplierRefundDueAnswer(
                    it.refund(),
                    it.payment(),
                    it.supplier(),
                    it.split().total(),
                    SourceSplit.of(it.split()),
                    it.portions().stream().map(RefundedPeriod::of).toList());
        }
    }

    @Schema(name = "RefundedPeriod")
    record RefundedPeriod(PeriodId period, Money amount) {
        static RefundedPeriod of(RefundPortion it) {
            return new RefundedPeriod(it.servicePeriod(), it.split().total());
        }
    }

    @Schema(name = "SupplierRefundReceived")
    record SupplierRefundReceivedAnswer(
            SupplierRefundId refundId,
            Money amount,
            LocalDate on,
            @Nullable AccountId accountId) {
        static SupplierRefundReceivedAnswer of(SupplierRefundReceived it) {
            return new SupplierRefundReceivedAnswer(it.refund(), it.split().total(), it.effectiveOn(), it.account());
        }
    }
}
