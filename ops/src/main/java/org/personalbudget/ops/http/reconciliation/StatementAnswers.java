package org.personalbudget.ops.http.reconciliation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.statement.StatementRefusal.UnknownStatement;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.projections.reconciliation.LineView;
import org.personalbudget.projections.reconciliation.LineView.ItemView;
import org.personalbudget.projections.reconciliation.StatementQuery;
import org.personalbudget.projections.reconciliation.StatementView;

/** Statements and their lines as the API shows them. */
public final class StatementAnswers {

    private final StatementQuery statements;
    private final Register register;

    public StatementAnswers(StatementQuery statements, Register register) {
        this.statements = statements;
        this.register = register;
    }

    /** @throws ProblemException if there is none */
    StatementView require(StatementId id) {
        return statements
                .find(id)
                .orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownStatement(id))));
    }

    Summary summary(StatementId id) {
        StatementView it = require(id);
        return new Summary(
                it.statementId(),
                it.account(),
                it.from(),
                it.to(),
                it.opening(),
                it.closing(),
                it.lines(),
                it.overlapping(),
                it.gap() == null || it.gap().isZero() ? null : it.gap(),
                it.matched(),
                it.queued(),
                new TreeMap<>(statements.byRule(id)));
    }

    /** Lines with their words, as far as the register still has them, and what they were said to be. */
    List<LineAnswer> lines(List<LineView> lines) {
        List<UUID> refs = new ArrayList<>();
        for (LineView line : lines) {
            if (line.line().words() != null) refs.add(line.line().words().ref());
        }
        Map<UUID, String> words = register.words(refs);
        var items = statements.items(lines.stream().map(LineView::key).toList());
        return lines.stream()
                .map(line -> line(line, words, items.getOrDefault(line.key(), List.of())))
                .toList();
    }

    private static LineAnswer line(LineView view, Map<UUID, String> words, List<ItemView> items) {
        return new LineAnswer(
                view.statementId(),
                view.line().number(),
                view.account(),
                view.bookedOn(),
                view.line().amount(),
                view.line().status().name(),
                view.line().words() == null
                        ? null
                        : words.get(view.line().words().ref()),
                view.line().merchant() == null ? null : view.line().merchant().value(),
                view.rule(),
                items);
    }

    /**
     * @param lines how many the file has
     * @param overlapping how many of them an earlier statement had brought; they were not taken again
     * @param gap by how much its opening balance differs from the closing balance before it; missing if it does not
     */
    @Schema(name = "ImportSummary")
    record Summary(
            StatementId statementId,
            String account,
            LocalDate from,
            LocalDate to,
            @Nullable Money opening,
            @Nullable Money closing,
            int lines,
            int overlapping,
            @Nullable Money gap,
            int matched,
            int queued,
            Map<String, Integer> byRule) {}

    /** @param items what it was said to be, matches that were undone included */
    @Schema(name = "StatementLine")
    record LineAnswer(
            StatementId statementId,
            int line,
            String account,
            LocalDate bookedOn,
            Money amount,
            String status,
            @Nullable String words,
            @Nullable String merchant,
            @Nullable String rule,
            List<ItemView> items) {}
}
