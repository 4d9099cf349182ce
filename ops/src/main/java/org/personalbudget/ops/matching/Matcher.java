package org.personalbudget.ops.matching;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementCommand.MatchLines;
import org.personalbudget.ledger.statement.StatementCommand.MatchLines.Proposed;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.statement.ladder.Candidate;
import org.personalbudget.ledger.statement.ladder.Finding;
import org.personalbudget.ledger.statement.ladder.Ladder;
import org.personalbudget.ledger.statement.ladder.Terms;
import org.personalbudget.ledger.statement.ladder.WordedLine;
import org.personalbudget.ledger.statement.ladder.WorkingDays;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.projections.reader.LiveReader;
import org.personalbudget.projections.reconciliation.CandidateQuery;
import org.personalbudget.projections.reconciliation.LineView;
import org.personalbudget.projections.reconciliation.StatementQuery;
import org.personalbudget.projections.reconciliation.StatementView;

/**
 * Lets the ladder find what the lines of a statement are, and has what it finds carried out. It can be run at any time
 * and by any node: the log takes each match once, and each effect has an identity of its own.
 */
public final class Matcher {

    /** Whoever matches when nobody does. */
    public static final ActorId ACTOR = new ActorId("matching");

    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LedgerGateway ledger;
    private final LiveReader reader;
    private final StatementQuery statements;
    private final CandidateQuery query;
    private final Candidates candidates;
    private final Register register;
    private final Effects effects;
    private final WorkingDays days;
    private final MatchingData data;
    private final MeterRegistry meters;

    public Matcher(
            LedgerGateway ledger,
            LiveReader reader,
            StatementQuery statements,
            CandidateQuery query,
            Candidates candidates,
            Register register,
            Effects effects,
            WorkingDays days,
            MatchingData data,
            MeterRegistry meters) {
        this.ledger = ledger;
        this.reader = reader;
        this.statements = statements;
        this.query = query;
        this.candidates = candidates;
        this.register = register;
        this.effects = effects;
        this.days = days;
        this.data = data;
        this.meters = meters;
    }

    /**
     * Matches what can be matched, and carries it out. What was carried out may make more known: a payment that has left
     * can come back. So where something is left, the ladder goes through it once more. Returns the last position it
     * wrote, or 0.
     */
    public long match(StatementId id) {
        long first = pass(id);
        await();
        boolean left = statements
                .find(id)
                .filter(it -> it.queued() > 0 && it.matched() > 0)
                .isPresent();
        return left ? Math.max(first, pass(id)) : first;
    }

    private long pass(StatementId id) {
        long position = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            await();
            StatementView statement = statements.find(id).orElse(null);
            if (statement == null) return position;
            Answer answer = propose(id, new StatementAccount(statement.account()));
            if (answer instanceof Answer.Accepted accepted) {
                position = accepted.position();
                break;
            }
            // Somebody else was quicker with a line or a movement: look again.
        }
        await();
        return Math.max(position, timed("effects", () -> effects.carryOut(id)));
    }

    private Answer propose(StatementId id, StatementAccount account) {
        List<LineView> open = timed("open", () -> statements.open(id));
        List<Finding> findings = climb(open, account);
        List<Proposed> matches = findings.stream()
                .map(found -> new Proposed(found.line(), found.rule(), found.items()))
                .toList();
        var request = Request.once(new MatchLines(id, matches, true), ACTOR, Set.of(Role.SYSTEM));
        return timed("match", () -> ledger.send(request).join());
    }

    private List<Finding> climb(List<LineView> open, StatementAccount account) {
        List<StatementLine> lines = open.stream().map(LineView::line).toList();
        List<WordedLine> worded = worded(lines, account);
        List<Candidate> known = timed("candidates", () -> candidates.of(account, lines));
        return timed("climb", () -> Ladder.climb(worded, known, terms(account)));
    }

    /** Words are only read where a rule goes by them: in a custody account, for fees. */
    private List<WordedLine> worded(List<StatementLine> lines, StatementAccount account) {
        List<UUID> refs = new ArrayList<>();
        if (account.custody().isPresent()) {
            for (StatementLine line : lines)
                if (line.words() != null) refs.add(line.words().ref());
        }
        Map<UUID, String> words = refs.isEmpty() ? Map.of() : register.words(refs);
        return lines.stream()
                .map(line -> WordedLine.of(line, wordsOf(line, words)))
                .toList();
    }

    private static String wordsOf(StatementLine line, Map<UUID, String> words) {
        return line.words() == null ? "" : words.getOrDefault(line.words().ref(), "");
    }

    private Terms terms(StatementAccount account) {
        return new Terms(account, budgetOf(account), days, query.own(), data.fees(), data.merchants());
    }

    private @Nullable BudgetId budgetOf(StatementAccount account) {
        return account.custody().flatMap(it -> query.budgetOf(it.value())).orElse(null);
    }

    /** What people read has caught up with the log, so that nothing that is known is missed. */
    public void await() {
        timed("await", this::awaited);
    }

    private <T> T timed(String stage, Supplier<T> work) {
        return Objects.requireNonNull(
                meters.timer("ledger.statements", "stage", stage).record(work));
    }

    private boolean awaited() {
        try {
            if (reader.awaitHead(PATIENCE)) return true;
            throw new IllegalStateException("what people read is too far behind");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
