package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.axon.CounterCommand.CountIfOther;
import org.personalbudget.ledger.axon.CounterFeature.Facts;
import org.personalbudget.ledger.axon.CounterFeature.Total;
import org.personalbudget.ledger.calendar.ClosedPeriods;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.CommonRefusal.AlreadyClaimed;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.UniqueTag;
import org.personalbudget.ledger.policy.Policy;

/**
 * Reads a whole log and takes every decision in it once more, each on what lay before it. If nodes, groups, caches and
 * crashes have changed nothing, each comes out as it was recorded: accepted or refused, with the same events and figures.
 */
final class RaceCheck {

    private final CounterFeature feature = new CounterFeature();
    private final Map<UUID, Total> totals = new HashMap<>();
    private final Set<UniqueTag> claimed = new HashSet<>();
    private final Map<CommandId, CounterCommand> asked;
    private final Map<CommandId, Long> answered = new HashMap<>();

    RaceCheck(Map<CommandId, CounterCommand> asked) {
        this.asked = asked;
    }

    /** Where each request was answered, by its last position. */
    Map<CommandId, Long> replay(EventReader reader) {
        List<RecordedEvent> decision = new ArrayList<>();
        long position = 0;
        for (List<RecordedEvent> page = reader.after(0, EventReader.PAGE);
                !page.isEmpty();
                page = reader.after(position, EventReader.PAGE)) {
            for (RecordedEvent event : page) {
                assertThat(event.position()).as("positions have no gap").isEqualTo(++position);
                if (!decision.isEmpty() && !decision.getFirst().command().equals(event.command())) decided(decision);
                decision.add(event);
            }
        }
        if (!decision.isEmpty()) decided(decision);
        return answered;
    }

    private void decided(List<RecordedEvent> decision) {
        RecordedEvent last = decision.getLast();
        assertThat(answered.put(last.command(), last.position()))
                .as("answered once")
                .isNull();
        CounterCommand command = asked.get(last.command());
        assertThat(command).as("somebody asked for " + decision).isNotNull();
        List<Event> recorded = decision.stream().map(RecordedEvent::event).toList();
        assertThat(recorded).as("%s at %d", command, last.position()).isEqualTo(again(command, last));
        recorded.forEach(this::takeIn);
        decision.clear();
    }

    private List<Event> again(CounterCommand command, RecordedEvent recorded) {
        var actor = new Actor(recorded.actor(), Role.PRACTITIONER);
        var at = new Circumstances(
                recorded.command(),
                actor,
                recorded.recordedAt(),
                recorded.effectiveOn(),
                Policy.initial(),
                PeriodCalendar.standard(),
                ClosedPeriods.NONE);
        long other = command instanceof CountIfOther c ? total(c.other()).value() : 0;
        Decision decision = feature.decide(command, total(command.counter()), new Facts(at, other));
        if (decision instanceof Decision.Accepted accepted) {
            for (UniqueTag tag : accepted.events().getFirst().claims()) {
                if (claimed.contains(tag)) decision = Decision.refuse(new AlreadyClaimed(tag));
            }
        }
        return switch (decision) {
            case Decision.Accepted accepted -> accepted.events();
            case Decision.Refused refused ->
                List.of(new CommandRefused(
                        recorded.command(),
                        at.now(),
                        command.getClass().getSimpleName(),
                        command.stream(),
                        refused.refusal()));
        };
    }

    private Total total(UUID counter) {
        return totals.getOrDefault(counter, feature.initial());
    }

    private void takeIn(Event event) {
        claimed.addAll(event.claims());
        if (event instanceof CounterEvent counted) {
            totals.put(counted.counter(), feature.evolve(total(counted.counter()), counted));
        }
    }
}
