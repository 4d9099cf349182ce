package org.personalbudget.ledger.statement;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.StatementCommand.MatchLines;
import org.personalbudget.ledger.statement.StatementCommand.MatchLines.Proposed;
import org.personalbudget.ledger.statement.StatementCommand.UndoMatch;
import org.personalbudget.ledger.statement.StatementEvent.LadderClimbed;
import org.personalbudget.ledger.statement.StatementEvent.LineUnmatched;
import org.personalbudget.ledger.statement.StatementEvent.LinesMatched;
import org.personalbudget.ledger.statement.StatementRefusal.*;
import org.personalbudget.ledger.statement.StatementState.Statement;

/** A line is matched once, with all of its amount, and open again when that is undone. */
final class Matching {

    private Matching() {}

    static Decision match(MatchLines command, Statement statement, Circumstances at) {
        List<LineMatch> matches = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Proposed proposed : command.matches()) {
            Optional<StatementRefusal> refusal = refusal(proposed, statement);
            if (refusal.isPresent()) return refuse(refusal.get());
            if (!seen.add(proposed.line())) return refuse(new StatementLineTwice(proposed.line()));
            int attempt = statement.nextAttempt(proposed.line());
            matches.add(new LineMatch(proposed.line(), attempt, proposed.rule(), proposed.items()));
        }
        List<Event> events = new ArrayList<>();
        for (int from = 0; from < matches.size(); from += StatementFeature.CHUNK) {
            int to = Math.min(from + StatementFeature.CHUNK, matches.size());
            events.add(new LinesMatched(
                    command.statement(),
                    at.now(),
                    statement.account(),
                    matches.subList(from, to),
                    at.actor().id()));
        }
        if (command.finished()) events.add(climbed(command, statement, at));
        return accept(events);
    }

    private static LadderClimbed climbed(MatchLines command, Statement statement, Circumstances at) {
        int booked = (int) command.matches().stream()
                .filter(match -> isBooked(match, statement))
                .count();
        return new LadderClimbed(command.statement(), at.now(), statement.account(), booked, statement.open() - booked);
    }

    private static boolean isBooked(Proposed match, Statement statement) {
        StatementLine line = statement.line(match.line());
        return line != null && line.booked();
    }

    private static Optional<StatementRefusal> refusal(Proposed proposed, Statement statement) {
        StatementLine line = statement.line(proposed.line());
        if (line == null) {
            return Optional.of(new UnknownStatementLine(statement.imported().statement(), proposed.line()));
        }
        boolean noted = line.status() == LineStatus.DECLINED && proposed.rule() == MatchRule.DECLINED;
        if (!line.booked() && !noted) return Optional.of(new StatementLineNotBooked(line.number(), line.status()));
        LineMatch there = statement.match(line.number());
        if (there != null) return Optional.of(new StatementLineMatchedAlready(line.number(), there.rule()));
        Money items = proposed.items().stream().map(MatchedItem::amount).reduce(Money.ZERO, Money::plus);
        if (!items.equals(line.amount())) {
            return Optional.of(new MatchDoesNotAddUp(line.number(), line.amount(), items));
        }
        return Optional.empty();
    }

    static Decision undo(UndoMatch command, Statement statement, Circumstances at) {
        if (statement.line(command.line()) == null) {
            return refuse(new UnknownStatementLine(command.statement(), command.line()));
        }
        LineMatch match = statement.match(command.line());
        if (match == null || match.attempt() != command.attempt())
            return refuse(new StatementLineNotMatched(command.line()));
        return accept(new LineUnmatched(
                command.statement(),
                at.now(),
                statement.account(),
                match,
                command.reason(),
                command.refused(),
                at.actor().id()));
    }
}
