package org.personalbudget.ops.http.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.statement.ladder.Suggestion;
import org.personalbudget.ledger.statement.ladder.Suggestions;
import org.personalbudget.ledger.statement.ladder.WorkingDays;
import org.personalbudget.ops.clock.LedgerClock;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.matching.Candidates;
import org.personalbudget.ops.security.Open;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.reconciliation.LineView;
import org.personalbudget.projections.reconciliation.Proof;
import org.personalbudget.projections.reconciliation.ProofQuery;
import org.personalbudget.projections.reconciliation.StatementQuery;
import org.personalbudget.projections.reconciliation.StatementView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows statements, what waits for somebody, and the proof that ledger and bank differ by named things only. */
@Tag(name = "Reconciliation")
@RestController
@RequestMapping("/api/v1")
@FromProjections
public final class ReconciliationViews {

    private final StatementQuery statements;
    private final ProofQuery proofs;
    private final Candidates candidates;
    private final StatementAnswers answers;
    private final WorkingDays days;
    private final LedgerClock clock;

    ReconciliationViews(
            StatementQuery statements,
            ProofQuery proofs,
            Candidates candidates,
            StatementAnswers answers,
            WorkingDays days,
            LedgerClock clock) {
        this.statements = statements;
        this.proofs = proofs;
        this.candidates = candidates;
        this.answers = answers;
        this.days = days;
        this.clock = clock;
    }

    @Operation(summary = "Statements", description = "In the order in which they were imported.")
    @GetMapping("/statements")
    @Open(toCouncil = true)
    StatementList all(@RequestParam(value = "account", required = false) @Nullable String account, Page page) {
        String of = account == null ? null : accountOf(account).value();
        Listed<StatementView> listed = statements.list(of, page.after(), page.limit());
        return new StatementList(listed.items(), Listing.cursor(listed.next()));
    }

    @Operation(summary = "A statement", description = "With its lines, and what each was said to be.")
    @GetMapping("/statements/{statementId}")
    @Open(toCouncil = true)
    StatementWithLines one(@PathVariable UUID statementId, Page page) {
        StatementId id = new StatementId(statementId);
        StatementAnswers.Summary summary = answers.summary(id);
        Listed<LineView> lines = statements.lines(id, page.after(), page.limit());
        return new StatementWithLines(summary, answers.lines(lines.items()), Listing.cursor(lines.next()));
    }

    @Operation(
            summary = "The queue",
            description = "Booked lines that nobody knows yet, the oldest first, each with the three best suggestions"
                    + " and what speaks for and against them.")
    @GetMapping("/reconciliation/queue")
    @Open(toCouncil = true)
    Queue queue(@RequestParam(value = "account", required = false) @Nullable String account, Page page) {
        String of = account == null ? null : accountOf(account).value();
        int skip = (int) Math.min(page.after(), Integer.MAX_VALUE - 1);
        List<LineView> lines = statements.queue(of, skip, page.limit() + 1);
        boolean more = lines.size() > page.limit();
        List<LineView> shown = more ? lines.subList(0, page.limit()) : lines;
        List<StatementAnswers.LineAnswer> worded = answers.lines(shown);
        LocalDate today = today();
        List<Queued> queued = new ArrayList<>();
        Map<String, Suggestions> open = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            LineView line = shown.get(i);
            Suggestions maybe = open.computeIfAbsent(line.account(), it -> suggestions(it, linesOf(shown, it)));
            queued.add(new Queued(
                    worded.get(i),
                    ChronoUnit.DAYS.between(line.bookedOn(), today),
                    maybe.of(line.line()).stream().map(SuggestionAnswer::of).toList()));
        }
        return new Queue(queued, more ? Integer.toString(skip + page.limit()) : null);
    }

    private Suggestions suggestions(String account, List<StatementLine> lines) {
        StatementAccount of = new StatementAccount(account);
        return new Suggestions(candidates.of(of, lines), of, days);
    }

    private static List<StatementLine> linesOf(List<LineView> lines, String account) {
        return lines.stream()
                .filter(line -> line.account().equals(account))
                .map(LineView::line)
                .toList();
    }

    @Operation(
            summary = "The proof of an account",
            description =
                    "What the ledger has less what the bank has on a day, as known at an instant, and every single"
                            + " thing that makes the difference, with its age. What is left unexplained must be nothing.")
    @GetMapping("/reconciliation/proof")
    @Open(toCouncil = true)
    Proof proof(@RequestParam(value = "account", required = false) @Nullable String account, AsOf asOf) {
        return proofs.of(accountOf(account == null ? "" : account), asOf);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }

    static StatementAccount accountOf(String account) {
        return StatementAccount.read(account)
                .orElseThrow(() -> new ProblemException(Problem.of(
                                400,
                                "not-a-statement-account",
                                "account must be 1000, 1010 or the id of a custody account.")
                        .about("account")));
    }

    @Schema(name = "Statements")
    record StatementList(
            List<StatementView> statements, @Nullable String nextCursor) {}

    @Schema(name = "StatementWithLines")
    record StatementWithLines(
            StatementAnswers.Summary summary,
            List<StatementAnswers.LineAnswer> lines,
            @Nullable String nextCursor) {}

    @Schema(name = "ReconciliationQueue")
    record Queue(List<Queued> lines, @Nullable String nextCursor) {}

    @Schema(name = "QueuedLine")
    record Queued(StatementAnswers.LineAnswer line, long ageDays, List<SuggestionAnswer> suggestions) {}

    /** @param items as {@code POST /reconciliation/matches} takes them; several sum to the line */
    @Schema(name = "MatchSuggestion")
    record SuggestionAnswer(
            List<String> items,
            Money amount,
            LocalDate on,
            @Nullable String budgetId,
            List<Suggestion.Reason> reasons) {
        static SuggestionAnswer of(Suggestion it) {
            return new SuggestionAnswer(
                    it.keys(),
                    it.amount(),
                    it.on(),
                    it.budget() == null ? null : it.budget().toString(),
                    it.reasons());
        }
    }
}
