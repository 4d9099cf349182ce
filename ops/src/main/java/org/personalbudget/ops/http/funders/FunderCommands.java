package org.personalbudget.ops.http.funders;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.FundingCommand.ChangeFunders;
import org.personalbudget.ledger.budget.FundingCommand.RecordFunderAdvance;
import org.personalbudget.ledger.budget.FundingEvent.FunderAdvanceReceived;
import org.personalbudget.ledger.budget.FundingEvent.FundersChanged;
import org.personalbudget.ledger.budget.FundingEvent.FundingRestated;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
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

/** Changes what each funder bears, and records what co-funders pay in advance. */
@Tag(name = "Funders")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}")
public final class FunderCommands {

    private static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final BudgetPersons persons;

    FunderCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Change the funders' shares",
            description = "From a day on, past or future. The lead is named first and stays, with a share of 0.00 if it"
                    + " bears nothing. What was paid before is restated: a co-funder can be recharged for what moved.")
    @PostMapping("/funders")
    @Asks(ChangeFunders.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<FundersChangedAnswer> change(
            @PathVariable UUID budgetId, @RequestBody ChangeFundersRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                FundersChangedAnswer::of);
    }

    @Operation(
            summary = "Record that a co-funder paid in advance",
            description = "Kept for it until a recharge is settled from it.")
    @PostMapping("/funder-advances")
    @Asks(RecordFunderAdvance.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<FunderAdvanceAnswer> advance(
            @PathVariable UUID budgetId, @RequestBody FunderAdvanceRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> FunderAdvanceAnswer.of(facts.the(FunderAdvanceReceived.class)));
    }

    @Schema(name = "ChangeFunders")
    record ChangeFundersRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-02") @Nullable
            String from,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<FunderField> funders,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String reason) {

        Command command(BudgetId budget, Fields fields) {
            return new ChangeFunders(
                    budget,
                    fields.date("from", from),
                    fields.each("funders", funders, FunderField::share),
                    fields.note("reason", reason, LONGEST_REASON));
        }
    }

    @Schema(name = "RecordFunderAdvance")
    record FunderAdvanceRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ICB") @Nullable
            String funder,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "500.00") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-06-30") @Nullable
            String on) {

        Command command(BudgetId budget, Fields fields) {
            return new RecordFunderAdvance(
                    budget,
                    fields.oneOf("funder", funder, Funder.class),
                    fields.money("amount", amount),
                    fields.date("on", on));
        }
    }

    /** @param moved by funder, what each bears more (or, negative, less) of what was paid before */
    @Schema(name = "FundersChanged")
    record FundersChangedAnswer(LocalDate from, List<ShareAnswer> funders, Map<Funder, Money> moved) {
        static FundersChangedAnswer of(Facts facts) {
            FundersChanged changed = facts.the(FundersChanged.class);
            Map<Funder, Money> moved = new EnumMap<>(Funder.class);
            for (FundingRestated restated : facts.all(FundingRestated.class)) {
                for (Part part : restated.moved().parts()) moved.merge(part.book(), part.amount(), Money::plus);
            }
            return new FundersChangedAnswer(
                    changed.from(),
                    changed.funders().stream()
                            .map(share -> new ShareAnswer(share.funder(), share.percent()))
                            .toList(),
                    moved);
        }
    }

    @Schema(name = "AgreedFunderShare")
    record ShareAnswer(Funder funder, String share) {}

    @Schema(name = "FunderAdvanceReceived")
    record FunderAdvanceAnswer(Funder funder, Money amount, LocalDate on) {
        static FunderAdvanceAnswer of(FunderAdvanceReceived it) {
            return new FunderAdvanceAnswer(it.funder(), it.amount(), it.effectiveOn());
        }
    }
}
