package org.personalbudget.ops.http.periods;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.AccrualCommand.AccrueCare;
import org.personalbudget.ledger.budget.AccrualCommand.ReverseAccrual;
import org.personalbudget.ledger.budget.AccrualEvent.AccrualReversed;
import org.personalbudget.ledger.budget.AccrualEvent.CareAccrued;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Facts;
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

/** Accrues the care of one budget, and takes an accrual back by hand. Closing a period accrues for all budgets. */
@Tag(name = "Periods")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/accruals")
public final class AccrualCommands {

    private static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final BudgetPersons persons;

    AccrualCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Accrue what has been ordered for a period and not billed",
            description = "From the period's last day on and while it is open. What is accrued already is not again.")
    @PostMapping
    @Asks(AccrueCare.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccruedAnswer> accrue(@PathVariable UUID budgetId, @RequestBody AccrueRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> new AccrueCare(new BudgetId(budgetId), fields.period("period", body.period)),
                facts -> AccruedAnswer.of(new BudgetId(budgetId), facts));
    }

    @Operation(
            summary = "Take an accrual back by hand",
            description = "No bill will come, or not so much. Keeps its service period and is posted in the open one;"
                    + " without an amount, all that still counts.")
    @PostMapping("/{period}/reversal")
    @Asks(ReverseAccrual.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReversedAnswer> reverse(
            @PathVariable UUID budgetId, @PathVariable String period, @RequestBody ReverseRequest body, Call call) {
        PeriodId meant = PeriodCommands.period(period);
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), meant, fields),
                facts -> ReversedAnswer.of(facts.the(AccrualReversed.class)));
    }

    @Schema(name = "AccrueCare")
    record AccrueRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2025-P05") @Nullable
            String period) {}

    @Schema(name = "ReverseAccrual")
    record ReverseRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String lineId,

            @Schema(example = "1100.00") @Nullable String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String reason) {

        ReverseAccrual command(BudgetId budget, PeriodId period, Fields fields) {
            return new ReverseAccrual(
                    budget,
                    period,
                    new LineId(fields.code("lineId", lineId)),
                    fields.optionalMoney("amount", amount),
                    fields.note("reason", reason, LONGEST_REASON));
        }
    }

    /** @param amount 0.00 if there was nothing that had not been accrued before */
    @Schema(name = "CareAccrued")
    record AccruedAnswer(BudgetId budgetId, Money amount, List<AccruedLineAnswer> lines) {
        static AccruedAnswer of(BudgetId budget, Facts facts) {
            List<AccruedLineAnswer> lines = facts.find(CareAccrued.class).stream()
                    .flatMap(accrued -> accrued.lines().stream())
                    .map(line -> new AccruedLineAnswer(line.line(), line.split().total()))
                    .toList();
            Money amount = facts.find(CareAccrued.class)
                    .map(CareAccrued::split)
                    .map(Split::total)
                    .orElse(Money.ZERO);
            return new AccruedAnswer(budget, amount, lines);
        }
    }

    @Schema(name = "CareAccruedLine")
    record AccruedLineAnswer(LineId lineId, Money amount) {}

    @Schema(name = "AccrualReversed")
    record ReversedAnswer(LineId lineId, PeriodId servicePeriod, PeriodId postingPeriod, Money amount) {
        static ReversedAnswer of(AccrualReversed it) {
            When when = it.when();
            return new ReversedAnswer(
                    it.line(),
                    it.servicePeriod(),
                    when.postingPeriod(),
                    it.split().total());
        }
    }
}
