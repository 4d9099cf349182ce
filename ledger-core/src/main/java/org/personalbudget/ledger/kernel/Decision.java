package org.personalbudget.ledger.kernel;

import java.util.List;

/**
 * What a decider answers: facts, or a reason why not. The facts of one decision may lie on several streams and are
 * recorded together or not at all. An empty list of facts means that the command changes nothing.
 */
public sealed interface Decision {

    record Accepted(List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused(Refusal refusal) implements Decision {}

    static Decision accept(Event... events) {
        return new Accepted(List.of(events));
    }

    static Decision accept(List<? extends Event> events) {
        return new Accepted(List.copyOf(events));
    }

    static Decision refuse(Refusal refusal) {
        return new Refused(refusal);
    }
}
