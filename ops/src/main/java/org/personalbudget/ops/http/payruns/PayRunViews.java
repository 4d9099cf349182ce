package org.personalbudget.ops.http.payruns;

import static org.personalbudget.ledger.kernel.Role.PAYMENTS_APPROVER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_OFFICER;
import static org.personalbudget.ledger.kernel.Role.RECONCILER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.payrun.ControlTotals;
import org.personalbudget.ledger.payrun.PayRunDates;
import org.personalbudget.ledger.payrun.PayRunKind;
import org.personalbudget.ledger.payrun.PayRunState;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ops.http.payruns.PayRunAnswer.Excluded;
import org.personalbudget.ops.http.payruns.PayRunAnswer.Item;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.payruns.PayRunQuery;
import org.personalbudget.projections.payruns.PayRunView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows runs. */
@Tag(name = "Pay runs")
@RestController
@RequestMapping("/api/v1/pay-runs")
@FromProjections
public final class PayRunViews {

    private final PayRunQuery runs;
    private final PayRunShown shown;

    PayRunViews(PayRunQuery runs, PayRunShown shown) {
        this.runs = runs;
        this.shown = shown;
    }

    @Operation(summary = "Pay runs", description = "The newest first.")
    @GetMapping
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER, RECONCILER})
    PayRuns list(Page page) {
        Listed<PayRunView> listed = runs.list(page.after(), page.limit());
        return new PayRuns(listed.items().stream().map(Head::of).toList(), Listing.cursor(listed.next()));
    }

    @Operation(
            summary = "A pay run",
            description = "With control totals, hash, alerts, variance, and the first of what is in it and left out.")
    @GetMapping("/{runId}")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER, RECONCILER})
    PayRunAnswer run(@PathVariable UUID runId) {
        return shown.of(new PayRunId(runId));
    }

    @Operation(summary = "What is in a pay run", description = "In the order in which it is paid.")
    @GetMapping("/{runId}/items")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER, RECONCILER})
    Items items(@PathVariable UUID runId, Page page) {
        PayRunId run = shown.find(new PayRunId(runId)).run();
        Listed<PayRunView.Item> listed = runs.items(run, page.after(), page.limit());
        return new Items(PayRunShown.items(listed.items()), Listing.cursor(listed.next()));
    }

    @Operation(summary = "What a pay run leaves out", description = "With the reason for each.")
    @GetMapping("/{runId}/excluded")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER, RECONCILER})
    ExcludedList excluded(@PathVariable UUID runId, Page page) {
        PayRunId run = shown.find(new PayRunId(runId)).run();
        Listed<PayRunView.Excluded> listed = runs.excluded(run, page.after(), page.limit());
        return new ExcludedList(listed.items().stream().map(Excluded::of).toList(), Listing.cursor(listed.next()));
    }

    @Schema(name = "PayRunItems")
    record Items(List<Item> items, @Nullable String nextCursor) {}

    @Schema(name = "PayRunExcludedList")
    record ExcludedList(List<Excluded> excluded, @Nullable String nextCursor) {}

    @Schema(name = "PayRuns")
    record PayRuns(List<Head> payRuns, @Nullable String nextCursor) {}

    /** @param released what of it goes out; null until every budget has submitted its payments */
    @Schema(name = "PayRunHead")
    record Head(
            PayRunId runId,
            PayRunKind kind,
            LocalDate dueBy,
            @Nullable PeriodId period,
            PayRunState.Standing status,
            PayRunDates dates,
            ControlTotals totals,
            @Nullable ControlTotals released,
            @Nullable String hash,
            String builtBy,
            Instant builtAt,
            @Nullable String approvedBy,
            @Nullable String submittedBy) {

        static Head of(PayRunView it) {
            return new Head(
                    it.run(),
                    it.kind(),
                    it.dueBy(),
                    it.period(),
                    it.standing(),
                    it.dates(),
                    it.totals(),
                    it.released(),
                    it.hash(),
                    it.builtBy(),
                    it.builtAt(),
                    it.approvedBy(),
                    it.submittedBy());
        }
    }
}
