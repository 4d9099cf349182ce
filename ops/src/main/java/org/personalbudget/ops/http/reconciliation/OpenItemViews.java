package org.personalbudget.ops.http.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ops.clock.LedgerClock;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.reconciliation.CandidateQuery;
import org.personalbudget.projections.reconciliation.OpenEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the lines of an account may be, under the names by which lines are matched with it. */
@Tag(name = "Reconciliation")
@RestController
@RequestMapping("/api/v1")
@FromProjections
public final class OpenItemViews {

    private final CandidateQuery candidates;
    private final LedgerClock clock;

    OpenItemViews(CandidateQuery candidates, LedgerClock clock) {
        this.candidates = candidates;
        this.clock = clock;
    }

    @Operation(
            summary = "Open items of an account",
            description =
                    "Everything that a line of the account may be and no line is yet, the oldest first: what the bank"
                            + " is expected to show, what is owed, and what the ledger has and no bank has confirmed. Match a line"
                            + " with one or more of them by their keys.")
    @GetMapping("/reconciliation/items")
    @Open(toCouncil = true)
    OpenItemList openItems(@RequestParam(value = "account", required = false) @Nullable String account, Page page) {
        List<OpenEntry> open = candidates.of(ReconciliationViews.accountOf(account == null ? "" : account)).stream()
                .sorted(Comparator.comparing(OpenEntry::on).thenComparing(OpenEntry::key))
                .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        int from = (int) Math.min(page.after(), open.size());
        int to = Math.min(open.size(), from + page.limit());
        return new OpenItemList(
                open.subList(from, to).stream()
                        .map(it -> OpenItem.of(it, today))
                        .toList(),
                to < open.size() ? Integer.toString(to) : null);
    }

    @Schema(name = "OpenItems")
    record OpenItemList(List<OpenItem> items, @Nullable String nextCursor) {}

    /**
     * @param key as {@code POST /reconciliation/matches} takes it
     * @param amount as the bank would show it
     * @param ageDays since the day it is expected, or has effect
     * @param event of a movement: what the ledger calls it
     * @param runId of a payment that is, or was, paid in a run
     */
    @Schema(name = "OpenItem")
    record OpenItem(
            String key,
            String kind,
            Money amount,
            LocalDate on,
            long ageDays,
            @Nullable UUID budgetId,
            @Nullable Integer attempt,
            @Nullable UUID runId,
            @Nullable UUID subject,
            @Nullable String event) {

        static OpenItem of(OpenEntry it, LocalDate today) {
            return new OpenItem(
                    it.key(),
                    it.kind(),
                    it.amount(),
                    it.on(),
                    ChronoUnit.DAYS.between(it.on(), today),
                    it.budget(),
                    it.attempt(),
                    it.run(),
                    it.subject(),
                    it.event());
        }
    }
}
