package org.personalbudget.ledger.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.personalbudget.ledger.eventstore.EventCodec;
import org.personalbudget.ledger.eventstore.Head;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;

/**
 * A decision with everything it was taken on, ready to be recorded.
 *
 * @param heads every stream it was decided on, as it stood
 * @param facts what is to be recorded: the decision's events, or the refusal
 * @param standings how the streams it writes will stand afterwards
 */
record Ruling(
        Attempt attempt,
        Actor actor,
        int policyVersion,
        Map<StreamId, Head> heads,
        List<Fact> facts,
        Map<StreamId, Standing> standings) {

    /** An event with the id and the place on its stream that it will have. */
    record Fact(UUID id, long sequence, Event event) {}

    boolean accepted() {
        return facts.stream().noneMatch(fact -> fact.event() instanceof CommandRefused);
    }

    /** The facts as the log has them, if it took them all and the last one at {@code last}. */
    List<RecordedEvent> recorded(long last, Instant at, EventCodec codec) {
        List<RecordedEvent> events = new ArrayList<>(facts.size());
        long position = last - facts.size();
        for (Fact fact : facts) events.add(recorded(fact, ++position, at, codec));
        return events;
    }

    private RecordedEvent recorded(Fact fact, long position, Instant at, EventCodec codec) {
        Request request = attempt.request();
        return new RecordedEvent(
                position,
                fact.event().stream(),
                fact.sequence(),
                fact.id(),
                codec.name(fact.event()),
                codec.revision(fact.event()),
                at,
                fact.event().effectiveOn(),
                actor.id(),
                actor.role(),
                request.id(),
                request.causation(),
                request.correlation(),
                policyVersion,
                fact.event());
    }
}
