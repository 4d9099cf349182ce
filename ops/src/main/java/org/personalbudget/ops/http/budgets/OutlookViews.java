package org.personalbudget.ops.http.budgets;

import static org.personalbudget.ledger.kernel.Role.ACCOUNT_HOLDER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownBudget;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.http.view.ViewParameters;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.comparison.Comparison;
import org.personalbudget.projections.comparison.ComparisonQuery;
import org.personalbudget.projections.forecast.Forecast;
import org.personalbudget.projections.forecast.ForecastQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows where a budget is heading, and what has become known about it since an earlier day. */
@Tag(name = "Budgets")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}")
@FromProjections
public final class OutlookViews {

    private final ForecastQuery forecasts;
    private final ComparisonQuery comparisons;
    private final Sight sight;

    OutlookViews(ForecastQuery forecasts, ComparisonQuery comparisons, Sight sight) {
        this.forecasts = forecasts;
        this.comparisons = comparisons;
        this.sight = sight;
    }

    @Operation(
            summary = "What a budget comes to by the end of the financial year",
            description = "By period, line and account; every figure with its method and what it was worked out from.")
    @GetMapping("/forecast")
    @Open(toCouncil = true, to = ACCOUNT_HOLDER)
    Forecast forecast(@PathVariable UUID budgetId, AsOf asOf, Caller caller) {
        BudgetId budget = new BudgetId(budgetId);
        sight.check(caller, budget);
        return forecasts.of(budget, asOf).orElseThrow(() -> unknown(budget));
    }

    @Operation(
            summary = "A budget as known then against as known now",
            description = "The figures of ?effective= as they were known at ?with= and at ?known=, with the events that"
                    + " made the difference.")
    @GetMapping("/comparison")
    @Open(toCouncil = true)
    Comparison comparison(
            @PathVariable UUID budgetId,
            @RequestParam(value = "with", required = false) @Nullable String with,
            AsOf asOf) {
        BudgetId budget = new BudgetId(budgetId);
        Instant then = ViewParameters.pastInstant("with", with, asOf.known());
        return comparisons.of(budget, asOf, then).orElseThrow(() -> unknown(budget));
    }

    private static ProblemException unknown(BudgetId budget) {
        return new ProblemException(Refusals.problemOf(new UnknownBudget(budget)));
    }
}
