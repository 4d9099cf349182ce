package org.personalbudget.ops.http.reclaims;

import static org.personalbudget.ledger.kernel.Role.ACCOUNT_HOLDER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.reclaims.ReclaimQuery;
import org.personalbudget.projections.reclaims.ReclaimView;
import org.personalbudget.projections.reclaims.ReclaimView.Standing;
import org.personalbudget.projections.reclaims.ReliefView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is to be paid back, and what is let go. */
@Tag(name = "Reclaims")
@RestController
@RequestMapping("/api/v1")
@FromProjections
public final class ReclaimViews {

    private final ReclaimQuery reclaims;
    private final Sight sight;

    ReclaimViews(ReclaimQuery reclaims, Sight sight) {
        this.reclaims = reclaims;
        this.sight = sight;
    }

    @Operation(summary = "The reclaims of a budget", description = "In the order of their notices, with every relief.")
    @GetMapping("/budgets/{budgetId}/reclaims")
    @Open(toCouncil = true, to = ACCOUNT_HOLDER)
    BudgetReclaims ofBudget(@PathVariable UUID budgetId, Page page, Caller caller) {
        BudgetId budget = new BudgetId(budgetId);
        sight.check(caller, budget);
        Listed<ReclaimView> listed = reclaims.list(budget, null, page.after(), page.limit());
        return new BudgetReclaims(listed.items(), reclaims.reliefs(budget), Listing.cursor(listed.next()));
    }

    @Operation(summary = "Reclaims", description = "Of all budgets, in the order of their notices.")
    @GetMapping("/reclaims")
    @Open(toCouncil = true)
    ReclaimList all(@RequestParam(value = "standing", required = false) @Nullable String standing, Page page) {
        Fields fields = Fields.ofParameters();
        Standing wanted = standing == null ? null : fields.oneOf("standing", standing, Standing.class);
        fields.verify();
        Listed<ReclaimView> listed = reclaims.list(null, wanted, page.after(), page.limit());
        return new ReclaimList(listed.items(), Listing.cursor(listed.next()));
    }

    @Schema(name = "BudgetReclaims")
    record BudgetReclaims(
            List<ReclaimView> reclaims,
            List<ReliefView> reliefs,
            @Nullable String nextCursor) {}

    @Schema(name = "Reclaims")
    record ReclaimList(List<ReclaimView> reclaims, @Nullable String nextCursor) {}
}
