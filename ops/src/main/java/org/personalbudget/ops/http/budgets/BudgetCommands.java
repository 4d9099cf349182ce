package org.personalbudget.ops.http.budgets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetEvent.BudgetAllocated;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ops.http.funders.FunderField;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Allocates budgets. */
@Tag(name = "Budgets")
@RestController
@RequestMapping("/api/v1/budgets")
public final class BudgetCommands {

    private final Desk desk;

    BudgetCommands(Desk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Allocate a personal budget",
            description = "The first funder leads. Shares are percentages and add up to 100.00.")
    @PostMapping
    @Asks(AllocateBudget.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BudgetAllocatedAnswer> allocate(@RequestBody AllocateBudgetRequest body, Call call) {
        BudgetId budget = new BudgetId(call.newId("budget"));
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(budget, fields),
                facts -> new BudgetAllocatedAnswer(
                        facts.the(BudgetAllocated.class).budget()));
    }

    /** @param riskTier how closely the budget is watched; LOW if not given */
    @Schema(name = "AllocateBudget")
    record AllocateBudgetRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "P-1001") @Nullable
            String personRef,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"ADULT", "CHILD", "CARER"})
            @Nullable
            String careGroup,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-04-07") @Nullable
            String startsOn,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "310.00") @Nullable
            String weekly,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "320.00") @Nullable
            String indicativeWeekly,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<FunderField> funders,

            @Schema(allowableValues = {"LOW", "MEDIUM", "HIGH"}) @Nullable
            String riskTier,

            @Schema(description = "Aftercare under section 117, which is never charged for; false if not given.")
            @Nullable
            Boolean aftercare) {

        Command command(BudgetId budget, Fields fields) {
            return new AllocateBudget(
                    budget,
                    new PersonRef(fields.code("personRef", personRef)),
                    fields.oneOf("careGroup", careGroup, CareGroup.class),
                    fields.date("startsOn", startsOn),
                    fields.money("weekly", weekly),
                    fields.money("indicativeWeekly", indicativeWeekly),
                    fields.each("funders", funders, FunderField::share),
                    fields.oneOf("riskTier", riskTier, RiskTier.class, RiskTier.LOW),
                    Boolean.TRUE.equals(aftercare));
        }
    }

    @Schema(name = "BudgetAllocated")
    record BudgetAllocatedAnswer(BudgetId budgetId) {}
}
