package org.personalbudget.ops.http.recharges;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.RechargeFunder;
import org.personalbudget.ledger.budget.BudgetCommand.RecordRechargePayment;
import org.personalbudget.ledger.budget.BudgetEvent.FunderRecharged;
import org.personalbudget.ledger.budget.BudgetEvent.RechargePaid;
import org.personalbudget.ledger.budget.FundingCommand.ReduceRecharge;
import org.personalbudget.ledger.budget.FundingCommand.UseFunderAdvance;
import org.personalbudget.ledger.budget.FundingEvent.FunderAdvanceUsed;
import org.personalbudget.ledger.budget.FundingEvent.RechargeReduced;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ops.http.budgets.BudgetPersons;
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

/** Asks co-funders for their part, records what they pay, and asks for less. */
@Tag(name = "Recharges")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/recharges")
public final class RechargeCommands {

    private static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final BudgetPersons persons;

    RechargeCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Recharge a co-funder",
            description = "For its part of what the council paid; without an amount, for all not yet asked for.")
    @PostMapping
    @Asks(RechargeFunder.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RechargedAnswer> recharge(
            @PathVariable UUID budgetId, @RequestBody RechargeRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> RechargedAnswer.of(facts.the(FunderRecharged.class)));
    }

    @Operation(
            summary = "Record that a co-funder paid",
            description = "For one recharge; without an amount, all that is outstanding of it.")
    @PostMapping("/{rechargeId}/payments")
    @Asks(RecordRechargePayment.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RechargePaidAnswer> receive(
            @PathVariable UUID budgetId,
            @PathVariable UUID rechargeId,
            @RequestBody RechargePaymentRequest body,
            Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), new RechargeId(rechargeId), fields),
                facts -> RechargePaidAnswer.of(facts.the(RechargePaid.class)));
    }

    @Operation(
            summary = "Settle a recharge from an advance",
            description = "From what its funder paid in advance; without an amount, as far as that reaches.")
    @PostMapping("/{rechargeId}/advance-uses")
    @Asks(UseFunderAdvance.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AdvanceUsedAnswer> useAdvance(
            @PathVariable UUID budgetId,
            @PathVariable UUID rechargeId,
            @RequestBody AdvanceUseRequest body,
            Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), new RechargeId(rechargeId), fields),
                facts -> AdvanceUsedAnswer.of(facts.the(FunderAdvanceUsed.class)));
    }

    @Operation(
            summary = "Reduce a recharge",
            description = "By what of it is neither paid nor in an account; it may be asked for again.")
    @PostMapping("/{rechargeId}/reductions")
    @Asks(ReduceRecharge.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RechargeReducedAnswer> reduce(
            @PathVariable UUID budgetId, @PathVariable UUID rechargeId, @RequestBody ReductionRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), new RechargeId(rechargeId), fields),
                facts -> RechargeReducedAnswer.of(facts.the(RechargeReduced.class)));
    }

    @Schema(name = "RechargeFunder")
    record RechargeRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ICB") @Nullable
            String funder,

            @Schema(example = "308.56") @Nullable String amount) {

        Command command(BudgetId budget, Fields fields) {
            return new RechargeFunder(
                    budget, fields.oneOf("funder", funder, Funder.class), fields.optionalMoney("amount", amount));
        }
    }

    @Schema(name = "RecordRechargePayment")
    record RechargePaymentRequest(
            @Schema(example = "308.56") @Nullable String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-07-14") @Nullable
            String on) {

        Command command(BudgetId budget, RechargeId recharge, Fields fields) {
            return new RecordRechargePayment(
                    budget, recharge, fields.optionalMoney("amount", amount), fields.date("on", on));
        }
    }

    @Schema(name = "UseFunderAdvance")
    record AdvanceUseRequest(
            @Schema(example = "308.56") @Nullable String amount) {

        Command command(BudgetId budget, RechargeId recharge, Fields fields) {
            return new UseFunderAdvance(budget, recharge, fields.optionalMoney("amount", amount));
        }
    }

    @Schema(name = "ReduceRecharge")
    record ReductionRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "8.56") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String reason) {

        Command command(BudgetId budget, RechargeId recharge, Fields fields) {
            return new ReduceRecharge(
                    budget, recharge, fields.money("amount", amount), fields.note("reason", reason, LONGEST_REASON));
        }
    }

    /** @param advanced the part of it that went into accounts, and is owed since it arrived there */
    @Schema(name = "FunderRecharged")
    record RechargedAnswer(RechargeId rechargeId, Funder funder, Money amount, Money advanced) {
        static RechargedAnswer of(FunderRecharged it) {
            return new RechargedAnswer(it.recharge(), it.funder(), it.amount(), it.advanced());
        }
    }

    @Schema(name = "FunderAdvanceUsed")
    record AdvanceUsedAnswer(RechargeId rechargeId, Funder funder, Money amount) {
        static AdvanceUsedAnswer of(FunderAdvanceUsed it) {
            return new AdvanceUsedAnswer(it.recharge(), it.funder(), it.amount());
        }
    }

    @Schema(name = "RechargeReduced")
    record RechargeReducedAnswer(RechargeId rechargeId, Funder funder, Money amount) {
        static RechargeReducedAnswer of(RechargeReduced it) {
            return new RechargeReducedAnswer(it.recharge(), it.funder(), it.amount());
        }
    }

    @Schema(name = "RechargePaid")
    record RechargePaidAnswer(RechargeId rechargeId, Funder funder, Money amount, LocalDate on) {
        static RechargePaidAnswer of(RechargePaid it) {
            return new RechargePaidAnswer(it.recharge(), it.funder(), it.amount(), it.effectiveOn());
        }
    }
}
