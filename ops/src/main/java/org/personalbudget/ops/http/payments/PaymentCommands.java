package org.personalbudget.ops.http.payments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ReissuePayment;
import org.personalbudget.ledger.budget.BudgetCommand.ReturnPayment;
import org.personalbudget.ledger.budget.BudgetCommand.SettlePayment;
import org.personalbudget.ledger.budget.BudgetCommand.SubmitPayment;
import org.personalbudget.ledger.budget.BudgetEvent.AccountCredited;
import org.personalbudget.ledger.budget.ChangeCommand.CancelInstalment;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReissued;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReturned;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentSettled;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentSubmitted;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.ReturnStage;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Facts;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.Nothing;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a payment through its life by hand: submitted, settled, returned, tried again. */
@Tag(name = "Payments")
@RestController
@RequestMapping("/api/v1/payments/{paymentId}")
public final class PaymentCommands {

    private final Desk desk;
    private final PaymentBudgets budgets;

    PaymentCommands(Desk desk, PaymentBudgets budgets) {
        this.desk = desk;
        this.budgets = budgets;
    }

    @Operation(summary = "Submit a payment", description = "To the bank or the card programme; never one's own.")
    @PostMapping("/submission")
    @Asks(SubmitPayment.class)
    ResponseEntity<PaymentStepAnswer> submit(
            @PathVariable UUID paymentId, @RequestBody(required = false) @Nullable Nothing body, Call call) {
        PaymentId payment = new PaymentId(paymentId);
        BudgetId budget = budgets.of(payment);
        return desk.ask(
                call,
                HttpStatus.OK,
                fields -> new SubmitPayment(budget, payment),
                facts -> new PaymentStepAnswer(
                        payment, "SUBMITTED", facts.the(PaymentSubmitted.class).attempt(), null));
    }

    @Operation(
            summary = "Settle a payment",
            description = "BANK: it left the council's bank. ACCOUNT: it arrived. BOTH, if not given.")
    @PostMapping("/settlement")
    @Asks(SettlePayment.class)
    ResponseEntity<PaymentStepAnswer> settle(
            @PathVariable UUID paymentId, @RequestBody SettlePaymentRequest body, Call call) {
        PaymentId payment = new PaymentId(paymentId);
        BudgetId budget = budgets.of(payment);
        return desk.ask(
                call,
                HttpStatus.OK,
                fields -> body.command(budget, payment, fields),
                facts -> PaymentStepAnswer.settled(payment, facts));
    }

    @Operation(summary = "Record that a payment came back", description = "With the bank's own reason, such as B.")
    @PostMapping("/return")
    @Asks(ReturnPayment.class)
    ResponseEntity<PaymentStepAnswer> comeBack(
            @PathVariable UUID paymentId, @RequestBody ReturnPaymentRequest body, Call call) {
        PaymentId payment = new PaymentId(paymentId);
        BudgetId budget = budgets.of(payment);
        return desk.ask(
                call,
                HttpStatus.OK,
                fields -> body.command(budget, payment, fields),
                facts -> PaymentStepAnswer.returned(facts.the(PaymentReturned.class)));
    }

    @Operation(summary = "Cancel an instalment", description = "Before it was handed to the bank.")
    @PostMapping("/cancellation")
    @Asks(CancelInstalment.class)
    ResponseEntity<PaymentStepAnswer> cancel(
            @PathVariable UUID paymentId, @RequestBody(required = false) @Nullable Nothing body, Call call) {
        PaymentId payment = new PaymentId(paymentId);
        BudgetId budget = budgets.of(payment);
        return desk.ask(
                call,
                HttpStatus.OK,
                fields -> new CancelInstalment(budget, payment),
                facts -> new PaymentStepAnswer(payment, "CANCELLED", 1, null));
    }

    @Operation(summary = "Reissue a returned payment", description = "The same payment, another attempt.")
    @PostMapping("/reissue")
    @Asks(ReissuePayment.class)
    ResponseEntity<PaymentStepAnswer> reissue(
            @PathVariable UUID paymentId, @RequestBody(required = false) @Nullable Nothing body, Call call) {
        PaymentId payment = new PaymentId(paymentId);
        BudgetId budget = budgets.of(payment);
        return desk.ask(
                call,
                HttpStatus.OK,
                fields -> new ReissuePayment(budget, payment),
                facts -> new PaymentStepAnswer(
                        payment, "INSTRUCTED", facts.the(PaymentReissued.class).attempt(), null));
    }

    @Schema(name = "SettlePayment")
    record SettlePaymentRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-02") @Nullable
            String on,

            @Schema(allowableValues = {"BANK", "ACCOUNT", "BOTH"}) @Nullable
            String leg) {

        Command command(BudgetId budget, PaymentId payment, Fields fields) {
            return new SettlePayment(
                    budget,
                    payment,
                    fields.date("on", on),
                    fields.oneOf("leg", leg, SettlementLeg.class, SettlementLeg.BOTH));
        }
    }

    @Schema(name = "ReturnPayment")
    record ReturnPaymentRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "ARUCS: 0, 2, 3, 5, B or C; or by name.",
                    example = "B")
            @Nullable
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-08-26") @Nullable
            String on) {

        Command command(BudgetId budget, PaymentId payment, Fields fields) {
            return new ReturnPayment(budget, payment, returnCode(fields), fields.date("on", on));
        }

        private ReturnCode returnCode(Fields fields) {
            for (ReturnCode each : ReturnCode.values()) if (each.code().equals(code)) return each;
            return fields.oneOf("code", code, ReturnCode.class);
        }
    }

    /** @param stage for a return, how far the payment had got */
    @Schema(name = "PaymentStep")
    record PaymentStepAnswer(
            PaymentId paymentId,

            @Schema(allowableValues = {"INSTRUCTED", "SUBMITTED", "LEFT_BANK", "CREDITED", "SETTLED", "RETURNED"})
            String status,

            @Nullable Integer attempt,
            @Nullable ReturnStage stage) {

        static PaymentStepAnswer settled(PaymentId payment, Facts facts) {
            var settled = facts.find(PaymentSettled.class);
            Integer attempt = settled.map(PaymentSettled::attempt).orElse(null);
            if (facts.has(AccountCredited.class)) return new PaymentStepAnswer(payment, "CREDITED", attempt, null);
            boolean provider = settled.filter(it -> it.purpose() == PaymentPurpose.PROVIDER)
                    .isPresent();
            return new PaymentStepAnswer(payment, provider ? "SETTLED" : "LEFT_BANK", attempt, null);
        }

        static PaymentStepAnswer returned(PaymentReturned it) {
            return new PaymentStepAnswer(it.payment(), "RETURNED", it.attempt(), it.stage());
        }
    }
}
