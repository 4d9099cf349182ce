package org.personalbudget.ops.http.spend;

import static org.personalbudget.ledger.kernel.Role.ACCOUNT_HOLDER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.JudgementRefusal.UnknownSpend;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.flexiblespend.SpendQuery;
import org.personalbudget.projections.flexiblespend.SpendView;
import org.personalbudget.projections.flexiblespend.SpendView.Standing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows spends, what was asked about them, and how they were judged. */
@Tag(name = "Spend")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/spend")
@FromProjections
public final class SpendViews {

    private final SpendQuery spends;
    private final Sight sight;
    private final Register register;

    SpendViews(SpendQuery spends, Sight sight, Register register) {
        this.spends = spends;
        this.sight = sight;
        this.register = register;
    }

    @Operation(
            summary = "The spends of a budget",
            description = "In the order they were recorded, each in the standing it has reached; a holder sees their"
                    + " own.")
    @GetMapping
    @Open(toCouncil = true, to = ACCOUNT_HOLDER)
    SpendList list(
            @PathVariable UUID budgetId,
            @Schema(implementation = Standing.class) @RequestParam(value = "status", required = false) @Nullable
                    String status,
            Page page,
            Caller caller) {
        Fields fields = Fields.ofParameters();
        Standing standing = status == null ? null : fields.oneOf("status", status, Standing.class);
        fields.verify();
        BudgetId budget = new BudgetId(budgetId);
        sight.check(caller, budget);
        Listed<SpendView> listed = spends.list(budget, standing, page.after(), page.limit());
        return new SpendList(shown(listed.items()), Listing.cursor(listed.next()));
    }

    @Operation(
            summary = "A spend",
            description = "How much of it is accepted, under query, to be paid back, and has come back.")
    @GetMapping("/{spendId}")
    @Open(toCouncil = true, to = ACCOUNT_HOLDER)
    SpendShown spend(@PathVariable UUID budgetId, @PathVariable UUID spendId, Caller caller) {
        sight.check(caller, new BudgetId(budgetId));
        SpendId id = new SpendId(spendId);
        SpendView spend = spends.find(id)
                .filter(it -> it.budgetId().equals(new BudgetId(budgetId)))
                .orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownSpend(id))));
        return shown(List.of(spend)).getFirst();
    }

    private List<SpendShown> shown(List<SpendView> views) {
        Map<UUID, String> words = register.words(
                views.stream().flatMap(view -> SpendShown.notes(view).stream()).toList());
        return views.stream().map(view -> SpendShown.of(view, words)).toList();
    }

    @Schema(name = "Spends")
    record SpendList(List<SpendShown> spends, @Nullable String nextCursor) {}
}
