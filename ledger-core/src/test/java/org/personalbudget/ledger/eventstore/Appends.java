package org.personalbudget.ledger.eventstore;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.UniqueTag;
import org.personalbudget.ledger.kernel.When;

/** Requests to the log, of events that mean nothing. */
final class Appends {

    private Appends() {}

    /** Something happened, and perhaps a name was claimed. */
    public record Noted(UUID on, When when, List<String> names) implements Event {
        @Override
        public StreamId stream() {
            return new StreamId("note", on);
        }

        @Override
        public Set<UniqueTag> claims() {
            return Set.copyOf(
                    names.stream().map(name -> new UniqueTag("name", name)).toList());
        }
    }

    static final When WHEN = new When(LocalDate.of(2025, 6, 2), new PeriodId(2025, 3));
    static final EventCodec CODEC = new EventCodec(new EventTypes(List.of(Noted.class), List.of()), List.of());
    private static final EventIds IDS = new EventIds(Clock.systemUTC());

    static Append append(UUID to, Head on, int events, String... names) {
        List<Append.NewEvent> noted = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            var event = new Noted(to, WHEN, List.of(names));
            noted.add(new Append.NewEvent(IDS.next(), "Noted", 1, CODEC.encode(event), event));
        }
        var id = new CommandId(UUID.randomUUID());
        return new Append(
                id,
                "hash",
                new ActorId("alice"),
                Role.PANEL,
                null,
                id.value(),
                0,
                Map.of(new StreamId("note", to), on),
                noted,
                List.of());
    }

    static Head headAfter(Append append) {
        Head before = append.heads().values().iterator().next();
        return new Head(
                before.sequence() + append.events().size(),
                append.events().getLast().id());
    }

    static Append reading(Append append, UUID other, Head head) {
        var heads = new HashMap<>(append.heads());
        heads.put(new StreamId("note", other), head);
        return new Append(
                append.id(),
                append.hash(),
                append.actor(),
                append.role(),
                append.causation(),
                append.correlation(),
                append.policyVersion(),
                heads,
                append.events(),
                append.entries());
    }

    static Append hashed(Append append, String hash) {
        return new Append(
                append.id(),
                hash,
                append.actor(),
                append.role(),
                append.causation(),
                append.correlation(),
                append.policyVersion(),
                append.heads(),
                append.events(),
                append.entries());
    }

    static Append with(Append append, Append.NewEvent event) {
        return new Append(
                append.id(),
                append.hash(),
                append.actor(),
                append.role(),
                append.causation(),
                append.correlation(),
                append.policyVersion(),
                append.heads(),
                List.of(event),
                append.entries());
    }
}
