package org.personalbudget.ledger.statement;

import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.statement.StatementCommand.ImportStatement;
import org.personalbudget.ledger.statement.StatementCommand.ImportStatements;
import org.personalbudget.ledger.statement.StatementCommand.MatchLines;
import org.personalbudget.ledger.statement.StatementCommand.UndoMatch;
import org.personalbudget.ledger.statement.StatementEvent.LadderClimbed;
import org.personalbudget.ledger.statement.StatementEvent.LineUnmatched;
import org.personalbudget.ledger.statement.StatementEvent.LinesMatched;
import org.personalbudget.ledger.statement.StatementEvent.StatementImported;
import org.personalbudget.ledger.statement.StatementEvent.StatementLines;
import org.personalbudget.ledger.statement.StatementFacts.Beside;
import org.personalbudget.ledger.statement.StatementRefusal.UnknownStatement;
import org.personalbudget.ledger.statement.StatementState.NoStatement;
import org.personalbudget.ledger.statement.StatementState.Statement;

/** Statements, ready to be carried. */
public final class StatementFeature
        implements Feature<StatementCommand, StatementState, StatementEvent, StatementFacts> {

    /** How many lines, or matches, one event holds. */
    public static final int CHUNK = 500;

    /** As many as fit into one append. */
    public static final int MOST_LINES = 400_000;

    private final ChainFold chains;

    public StatementFeature(ChainFold chains) {
        this.chains = chains;
    }

    @Override
    public String category() {
        return "statement";
    }

    @Override
    public Class<StatementCommand> commands() {
        return StatementCommand.class;
    }

    @Override
    public Class<StatementEvent> events() {
        return StatementEvent.class;
    }

    @Override
    public StatementState initial() {
        return new NoStatement();
    }

    @Override
    public StatementFacts gather(StatementCommand command, StatementState state, Circumstances at, Reads reads) {
        List<Beside> beside = new ArrayList<>();
        switch (command) {
            case ImportStatement file -> beside.add(beside(file, state, reads));
            case ImportStatements all -> {
                for (ImportStatement file : all.statements()) {
                    boolean first = file.statement().equals(all.statement());
                    StatementState there = first ? state : reads.state(file.statement().stream(), this);
                    beside.add(beside(file, there, reads));
                }
            }
            case MatchLines _, UndoMatch _ -> {}
        }
        return new StatementFacts(at, beside);
    }

    private Beside beside(ImportStatement file, StatementState there, Reads reads) {
        if (there instanceof Statement) return new Beside(there, Chain.NONE, Set.of());
        Chain chain = reads.state(file.account().chain(), chains);
        Set<LineDigest> known = new HashSet<>();
        if (!file.to().isBefore(file.from())) {
            for (Chain.Link link : chain.overlapping(new DateRange(file.from(), file.to()))) {
                if (!(reads.state(link.statement().stream(), this) instanceof Statement other)) continue;
                for (StatementLine line : other.lines().values())
                    if (line.status() != LineStatus.PENDING) known.add(line.digest());
            }
        }
        return new Beside(there, chain, known);
    }

    @Override
    public Decision decide(StatementCommand command, StatementState state, StatementFacts facts) {
        return switch (command) {
            case ImportStatement file -> Importing.take(file, facts.beside().getFirst(), facts.at());
            case ImportStatements all -> Importing.take(all, facts);
            case MatchLines match ->
                state instanceof Statement statement
                        ? Matching.match(match, statement, facts.at())
                        : refuse(new UnknownStatement(match.statement()));
            case UndoMatch undo ->
                state instanceof Statement statement
                        ? Matching.undo(undo, statement, facts.at())
                        : refuse(new UnknownStatement(undo.statement()));
        };
    }

    @Override
    public StatementState evolve(StatementState state, StatementEvent event) {
        return switch (state) {
            case NoStatement none -> event instanceof StatementImported first ? Statement.imported(first) : none;
            case Statement statement -> evolve(statement, event);
        };
    }

    private static Statement evolve(Statement statement, StatementEvent event) {
        return switch (event) {
            case StatementLines lines ->
                statement.taking(
                        lines.lines().stream().collect(Collectors.toMap(StatementLine::number, Function.identity())));
            case LinesMatched matched -> matched(statement, matched);
            case LineUnmatched unmatched -> statement.without(unmatched.undone().line());
            // A statement is imported once.
            case StatementImported _ -> statement;
            // How far the ladder has come is for whoever goes on with it.
            case LadderClimbed _ -> statement;
        };
    }

    private static Statement matched(Statement statement, LinesMatched event) {
        Map<Integer, LineMatch> matches = new HashMap<>();
        Map<Integer, Integer> attempts = new HashMap<>();
        for (LineMatch match : event.matches()) {
            matches.put(match.line(), match);
            attempts.put(match.line(), match.attempt());
        }
        return statement.matching(matches, attempts);
    }
}
