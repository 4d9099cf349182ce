package org.personalbudget.ops.http.contributions;

import static org.personalbudget.ledger.kernel.Role.ACCOUNT_HOLDER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownBudget;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.contributions.ArrearsQuery;
import org.personalbudget.projections.contributions.ArrearsSummary;
import org.personalbudget.projections.contributions.BudgetArrears;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what people owe of their contributions, and for how long. */
@Tag(name = "Contributions")
@RestController
@RequestMapping("/api/v1")
@FromProjections
public final class ArrearsViews {

    private final ArrearsQuery arrears;
    private final Sight sight;

    ArrearsViews(ArrearsQuery arrears, Sight sight) {
        this.arrears = arrears;
        this.sight = sight;
    }

    @Operation(
            summary = "What is unpaid of a budget's contribution",
            description = "By period, the oldest settled first, and by age on ?effective=, as it was known at ?known=.")
    @GetMapping("/budgets/{budgetId}/arrears")
    @Open(toCouncil = true, to = ACCOUNT_HOLDER)
    BudgetArrears arrears(@PathVariable UUID budgetId, AsOf asOf, Caller caller) {
        BudgetId budget = new BudgetId(budgetId);
        sight.check(caller, budget);
        return arrears.of(budget, asOf)
                .orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownBudget(budget))));
    }

    @Operation(
            summary = "Budgets of which a contribution is unpaid",
            description = "In the order in which they were allocated, on ?effective= as it was known at ?known=.")
    @GetMapping("/arrears")
    @Open(toCouncil = true)
    ArrearsList list(AsOf asOf, Page page) {
        Listed<ArrearsSummary> listed = arrears.list(asOf, page.after(), page.limit());
        return new ArrearsList(listed.items(), Listing.cursor(listed.next()));
    }

    @Schema(name = "Arrears")
    record ArrearsList(
            List<ArrearsSummary> arrears, @Nullable String nextCursor) {}
}
