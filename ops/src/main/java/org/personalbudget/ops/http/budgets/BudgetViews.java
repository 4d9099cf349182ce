package org.personalbudget.ops.http.budgets;

import static org.personalbudget.ledger.kernel.Role.ACCOUNT_HOLDER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownBudget;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.audit.HistoryEvent;
import org.personalbudget.projections.audit.HistoryQuery;
import org.personalbudget.projections.balance.BalanceQuery;
import org.personalbudget.projections.balance.BudgetBalance;
import org.personalbudget.projections.budget.BudgetQuery;
import org.personalbudget.projections.budget.BudgetSummary;
import org.personalbudget.projections.flexiblespend.FlexibleSpendQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows budgets: as they were decided, what they have, how freely they were spent, and what happened to them. */
@Tag(name = "Budgets")
@RestController
@RequestMapping("/api/v1/budgets")
@FromProjections
public final class BudgetViews {

    private final BudgetQuery budgets;
    private final BalanceQuery balances;
    private final FlexibleSpendQuery flexibleSpend;
    private final HistoryQuery history;
    private final Overviews overviews;
    private final Sight sight;
    private final Register register;

    BudgetViews(
            BudgetQuery budgets,
            BalanceQuery balances,
            FlexibleSpendQuery flexibleSpend,
            HistoryQuery history,
            Overviews overviews,
            Sight sight,
            Register register) {
        this.budgets = budgets;
        this.balances = balances;
        this.flexibleSpend = flexibleSpend;
        this.history = history;
        this.overviews = overviews;
        this.sight = sight;
        this.register = register;
    }

    @Operation(summary = "Budgets", description = "In the order they were allocated; a holder sees their own.")
    @GetMapping
    @Open(toCouncil = true, to = ACCOUNT_HOLDER)
    BudgetList list(
            @RequestParam(value = "personRef", required = false) @Nullable String personRef, Page page, Caller caller) {
        Fields fields = Fields.ofParameters();
        String wanted = fields.optionalCode("personRef", personRef);
        fields.verify();
        if (caller.isOutside() && wanted != null && !wanted.equals(caller.ref())) throw Sight.notYours("list");
        String person = caller.isOutside() ? caller.ref() : wanted;
        Listed<BudgetSummary> listed =
                budgets.list(person == null ? null : new PersonRef(person), page.after(), page.limit());
        return new BudgetList(listed.items(), Listing.cursor(listed.next()));
    }

    @Operation(
            summary = "A budget",
            description = "How it stands today, and everything that was decided about it so far.")
    @GetMapping("/{budgetId}")
    @Open(toCouncil = true, to = ACCOUNT_HOLDER)
    BudgetAnswer overview(@PathVariable UUID budgetId, Caller caller) {
        BudgetId budget = new BudgetId(budgetId);
        sight.check(caller, budget);
        return overviews.of(budget).orElseThrow(() -> unknown(budget));
    }

    @Operation(
            summary = "The balance of a budget",
            description = "What took effect up to ?effective=, as it was known at ?known=.")
    @GetMapping("/{budgetId}/balance")
    @Open(toCouncil = true, to = ACCOUNT_HOLDER)
    BudgetBalance balance(@PathVariable UUID budgetId, AsOf asOf, Caller caller) {
        BudgetId budget = new BudgetId(budgetId);
        sight.check(caller, budget);
        return balances.of(budget, asOf).orElseThrow(() -> unknown(budget));
    }

    @Operation(
            summary = "How freely a budget was spent",
            description =
                    "On outcomes rather than services, by outcome and by category, from its start to ?effective=.")
    @GetMapping("/{budgetId}/flexible-spend")
    @Open(toCouncil = true, to = ACCOUNT_HOLDER)
    FlexibleSpendAnswer flexibleSpend(@PathVariable UUID budgetId, AsOf asOf, Caller caller) {
        BudgetId budget = new BudgetId(budgetId);
        sight.check(caller, budget);
        return flexibleSpend
                .of(budget, asOf)
                .map(it -> FlexibleSpendAnswer.of(it, Words.of(FlexibleSpendAnswer.notes(it), register)))
                .orElseThrow(() -> unknown(budget));
    }

    @Operation(
            summary = "The history of a budget",
            description = "Every event, with who, when, why, and what it posted.")
    @GetMapping("/{budgetId}/history")
    @Open(toCouncil = true)
    HistoryAnswer history(@PathVariable UUID budgetId, AsOf asOf, Page page) {
        BudgetId budget = new BudgetId(budgetId);
        Listed<HistoryEvent> events = history.of(budget, asOf.known(), page.after(), page.limit());
        if (events.items().isEmpty() && budgets.overview(budget).isEmpty()) throw unknown(budget);
        return HistoryAnswer.of(events);
    }

    private static ProblemException unknown(BudgetId budget) {
        return new ProblemException(Refusals.problemOf(new UnknownBudget(budget)));
    }

    @Schema(name = "Budgets")
    record BudgetList(List<BudgetSummary> budgets, @Nullable String nextCursor) {}
}
