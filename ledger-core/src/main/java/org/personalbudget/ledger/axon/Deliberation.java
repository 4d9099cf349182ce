package org.personalbudget.ledger.axon;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.personalbudget.ledger.axon.Ruling.Fact;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.eventstore.EventIds;
import org.personalbudget.ledger.eventstore.Head;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.CommonRefusal.AlreadyClaimed;
import org.personalbudget.ledger.kernel.CommonRefusal.RoleMayNot;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.UniqueTag;

/** Gathers what a decision needs, has it taken, and turns it into facts. Changes nothing. */
final class Deliberation {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Streams streams;
    private final Folds folds;
    private final PolicySource policies;
    private final PeriodSource periods;
    private final PeriodCalendar calendar;
    private final Clock clock;
    private final EventIds ids;

    Deliberation(
            Streams streams,
            Folds folds,
            PolicySource policies,
            PeriodSource periods,
            PeriodCalendar calendar,
            Clock clock,
            EventIds ids) {
        this.streams = streams;
        this.folds = folds;
        this.policies = policies;
        this.periods = periods;
        this.calendar = calendar;
        this.clock = clock;
        this.ids = ids;
    }

    /** Decides a request as things stand now. */
    Ruling rule(Feature<?, ?, ?, ?> feature, Attempt attempt) {
        Request request = attempt.request();
        var reading = new Reading(streams, folds, attempt.number() == 1);
        Optional<Role> permitted = permittedRole(request);
        Circumstances at = circumstances(request, permitted.orElseGet(() -> anyRole(request)), reading);
        Decision decision = permitted.isPresent()
                ? decide(feature, request.command(), at, reading)
                : Decision.refuse(
                        new RoleMayNot(nameOf(request.command()), at.actor().role()));
        return switch (at.unlessClosed(unlessClaimed(decision, attempt))) {
            case Decision.Accepted accepted -> accepted(attempt, at, reading, accepted.events());
            case Decision.Refused refused -> refused(attempt, at, reading, refused.refusal());
        };
    }

    private Circumstances circumstances(Request request, Role role, Reading reading) {
        Instant moment = clock.instant();
        LocalDate today = LocalDate.ofInstant(moment, LONDON);
        return new Circumstances(
                request.id(),
                new Actor(request.actor(), role),
                moment,
                today,
                policies.inForce(reading, today),
                calendar,
                periods.closed(reading));
    }

    private static Optional<Role> permittedRole(Request request) {
        return request.roles().stream()
                .filter(request.command().permitted()::contains)
                .sorted()
                .findFirst();
    }

    private static Role anyRole(Request request) {
        return request.roles().stream().sorted().findFirst().orElseThrow();
    }

    private static String nameOf(Command command) {
        return command.getClass().getSimpleName();
    }

    private static <C extends Command, S, E extends Event, F> Decision decide(
            Feature<C, S, E, F> feature, Command asked, Circumstances at, Reading reading) {
        C command = feature.commands().cast(asked);
        S state = reading.state(command.stream(), feature);
        F facts = feature.gather(command, state, at, reading);
        try {
            return feature.decide(command, state, facts);
        } catch (RuntimeException fault) {
            // Everything that could be out of reach was read before.
            throw new Undecided(command, fault);
        }
    }

    /** Only the log knows every name that was ever claimed; what it has said about some of them is a refusal now. */
    private static Decision unlessClaimed(Decision decision, Attempt attempt) {
        if (attempt.taken().isEmpty() || !(decision instanceof Decision.Accepted accepted)) return decision;
        Optional<UniqueTag> taken = accepted.events().stream()
                .flatMap(event -> event.claims().stream())
                .filter(attempt.taken()::contains)
                .findFirst();
        return taken.<Decision>map(tag -> Decision.refuse(new AlreadyClaimed(tag)))
                .orElse(decision);
    }

    private Ruling accepted(Attempt attempt, Circumstances at, Reading reading, List<Event> events) {
        List<Fact> facts = new ArrayList<>(events.size());
        Map<StreamId, Standing> standings = new LinkedHashMap<>();
        for (Event event : events) {
            Fold<?, ?> fold = folds.of(event);
            Standing before = standings.get(event.stream());
            if (before == null) before = reading.written(event.stream(), fold);
            var fact = new Fact(ids.next(), before.head().sequence() + 1, event);
            Object state = Folds.evolve(fold, before.state(), event);
            standings.put(event.stream(), new Standing(state, new Head(fact.sequence(), fact.id())));
            facts.add(fact);
        }
        return new Ruling(attempt, at.actor(), at.policy().version(), reading.heads(), facts, standings);
    }

    /** A refusal lies on a stream of its own, which nobody decides on: there is no state to keep. */
    private Ruling refused(Attempt attempt, Circumstances at, Reading reading, Refusal refusal) {
        Request request = attempt.request();
        Command command = request.command();
        var event = new CommandRefused(request.id(), at.now(), nameOf(command), command.stream(), refusal);
        Map<StreamId, Head> heads = new HashMap<>(reading.heads());
        heads.put(event.stream(), Head.EMPTY);
        var fact = new Fact(ids.next(), 1, event);
        return new Ruling(attempt, at.actor(), at.policy().version(), heads, List.of(fact), Map.of());
    }
}
