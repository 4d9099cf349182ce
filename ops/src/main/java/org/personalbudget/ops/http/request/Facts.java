package org.personalbudget.ops.http.request;

import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.Event;

/** What was recorded for a request. An answer is made of nothing else, so a repeated request is answered alike. */
public record Facts(List<Event> events) {

    public static Facts of(Answer.Accepted accepted) {
        return new Facts(accepted.events().stream().map(RecordedEvent::event).toList());
    }

    /** The fact of a kind that this request must have recorded. */
    public <E extends Event> E the(Class<E> kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("no " + kind.getSimpleName() + " in " + events));
    }

    /** The first fact of a kind, if there is one. */
    public <E extends Event> Optional<E> find(Class<E> kind) {
        return all(kind).stream().findFirst();
    }

    public <E extends Event> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public boolean has(Class<? extends Event> kind) {
        return events.stream().anyMatch(kind::isInstance);
    }
}
