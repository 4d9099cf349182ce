package org.personalbudget.ledger.statement;

import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.ChainEvent.StatementChained;
import org.personalbudget.ledger.statement.StatementCommand.ImportStatement;
import org.personalbudget.ledger.statement.StatementCommand.ImportStatements;
import org.personalbudget.ledger.statement.StatementEvent.StatementImported;
import org.personalbudget.ledger.statement.StatementEvent.StatementLines;
import org.personalbudget.ledger.statement.StatementFacts.Beside;
import org.personalbudget.ledger.statement.StatementRefusal.*;
import org.personalbudget.ledger.statement.StatementState.Statement;

/**
 * A statement is taken in whole or not at all. Lines that another statement has brought are not taken twice; where the
 * balances do not join, the gap is said and not guessed away.
 */
final class Importing {

    private Importing() {}

    /** One after the other, each as it would be taken in if those before it had been: what one refuses, all are. */
    static Decision take(ImportStatements all, StatementFacts facts) {
        int lines =
                all.statements().stream().mapToInt(file -> file.lines().size()).sum();
        if (lines > StatementFeature.MOST_LINES) {
            return refuse(new StatementTooLong(lines, StatementFeature.MOST_LINES));
        }
        List<Event> events = new ArrayList<>();
        Map<StatementAccount, Chain> chains = new HashMap<>();
        for (int i = 0; i < all.statements().size(); i++) {
            ImportStatement file = all.statements().get(i);
            Beside alone = facts.beside().get(i);
            Chain chain = chains.getOrDefault(file.account(), alone.chain());
            Set<LineDigest> known = new HashSet<>(alone.known());
            all.statements().subList(0, i).stream()
                    .filter(before -> overlap(before, file))
                    .forEach(before -> before.lines().stream()
                            .filter(line -> line.status() != LineStatus.PENDING)
                            .forEach(line -> known.add(line.digest())));
            Decision one = take(file, new Beside(alone.there(), chain, known), facts.at());
            if (!(one instanceof Decision.Accepted taken)) return one;
            events.addAll(taken.events());
            chains.put(file.account(), joined(chain, taken.events()));
        }
        return accept(events);
    }

    private static boolean overlap(ImportStatement one, ImportStatement other) {
        return one.account().equals(other.account())
                && !one.from().isAfter(other.to())
                && !other.from().isAfter(one.to());
    }

    private static Chain joined(Chain chain, List<Event> events) {
        Chain joined = chain;
        for (Event event : events) if (event instanceof StatementChained it) joined = joined.join(it);
        return joined;
    }

    static Decision take(ImportStatement file, Beside facts, Circumstances at) {
        if (facts.there() instanceof Statement there) {
            StatementImported was = there.imported();
            return refuse(new StatementImportedAlready(file.statement(), was.account(), was.from(), was.to()));
        }
        Optional<StatementRefusal> refusal = refusal(file, facts.chain(), at);
        if (refusal.isPresent()) return refuse(refusal.get());
        List<StatementLine> taken = taken(file, facts.known());
        List<Event> events = new ArrayList<>();
        events.add(new StatementImported(
                file.statement(),
                at.now(),
                file.account(),
                file.file(),
                file.owner(),
                file.from(),
                file.to(),
                file.opening(),
                file.closing(),
                file.lines().size(),
                file.lines().size() - taken.size(),
                at.actor().id()));
        for (int from = 0; from < taken.size(); from += StatementFeature.CHUNK) {
            int to = Math.min(from + StatementFeature.CHUNK, taken.size());
            events.add(new StatementLines(file.statement(), at.now(), file.account(), taken.subList(from, to)));
        }
        events.add(chained(file, booked(taken), facts.chain(), at));
        return accept(events);
    }

    private static Optional<StatementRefusal> refusal(ImportStatement file, Chain chain, Circumstances at) {
        LineDigest owner = chain.owner();
        if (owner != null && !owner.equals(file.owner())) {
            return Optional.of(new StatementOfAnotherAccount(file.account()));
        }
        if (file.lines().isEmpty() && file.closing() == null) return Optional.of(new StatementEmpty(file.account()));
        if (file.lines().size() > StatementFeature.MOST_LINES) {
            return Optional.of(new StatementTooLong(file.lines().size(), StatementFeature.MOST_LINES));
        }
        Optional<StatementRefusal> line = lines(file, at);
        if (line.isPresent()) return line;
        return sum(file);
    }

    private static Optional<StatementRefusal> lines(ImportStatement file, Circumstances at) {
        DateRange table = at.calendar().range();
        Set<Integer> numbers = new HashSet<>();
        for (StatementLine line : file.lines()) {
            LocalDate on = line.bookedOn();
            if (!numbers.add(line.number())) return Optional.of(new StatementLineTwice(line.number()));
            if (!table.contains(on)) {
                return Optional.of(new StatementLineOutOfRange(line.number(), on, table.first(), table.last()));
            }
            if (line.booked() && on.isAfter(at.today())) {
                return Optional.of(new StatementLineInFuture(line.number(), on, at.today()));
            }
        }
        return Optional.empty();
    }

    private static Optional<StatementRefusal> sum(ImportStatement file) {
        if (file.opening() == null || file.closing() == null) return Optional.empty();
        Money booked = booked(file.lines());
        if (file.opening().plus(booked).equals(file.closing())) return Optional.empty();
        return Optional.of(new StatementDoesNotAddUp(file.opening(), booked, file.closing()));
    }

    private static Money booked(List<StatementLine> lines) {
        Money sum = Money.ZERO;
        for (StatementLine line : lines) if (line.booked()) sum = sum.plus(line.amount());
        return sum;
    }

    private static List<StatementLine> taken(ImportStatement file, Set<LineDigest> known) {
        return file.lines().stream()
                .filter(line -> line.status() == LineStatus.PENDING || !known.contains(line.digest()))
                .toList();
    }

    /** Where a file has no balance, it is taken to join what was before it. */
    private static StatementChained chained(ImportStatement file, Money booked, Chain chain, Circumstances at) {
        Chain.Link before = chain.before(file.to()).orElse(null);
        Chain.Link after = chain.after(file.to()).orElse(null);
        Money closing = closing(file, booked, before);
        Money opening = closing.minus(booked);
        return new StatementChained(
                file.account(),
                at.now(),
                file.statement(),
                file.owner(),
                file.from(),
                file.to(),
                opening,
                closing,
                before == null ? null : opening.minus(before.closing()),
                after == null ? null : after.statement(),
                after == null ? null : after.opening().minus(closing));
    }

    private static Money closing(ImportStatement file, Money taken, Chain.@Nullable Link before) {
        if (file.closing() != null) return file.closing();
        if (file.opening() != null) return file.opening().plus(booked(file.lines()));
        return before == null ? taken : before.closing().plus(taken);
    }
}
