package org.personalbudget.ledger.axon;

import java.util.LinkedHashMap;
import java.util.Map;
import org.personalbudget.ledger.eventstore.Head;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature.Reads;
import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.kernel.StreamId;

/** The streams that one decision looks at. Each is looked at once, and remembered for the log to check. */
final class Reading implements Reads {

    private final Streams streams;
    private final Folds folds;
    private final boolean guessing;
    private final Map<StreamId, Standing> seen = new LinkedHashMap<>();

    /** @param guessing whether a stream that is only written to, and not known here, may be taken for a new one */
    Reading(Streams streams, Folds folds, boolean guessing) {
        this.streams = streams;
        this.folds = folds;
        this.guessing = guessing;
    }

    @Override
    public <S, E extends Event> S state(StreamId stream, Fold<S, E> fold) {
        folds.check(stream, fold);
        @SuppressWarnings("unchecked") // a standing is only ever made by its own fold
        S state = (S) seen.computeIfAbsent(stream, unseen -> streams.standing(unseen, fold))
                .state();
        return state;
    }

    /**
     * How a stream stands that the decision writes to without having asked. Most such streams are new, and asking the
     * log for nothing would cost a round trip: so the first time it is a guess, which the log checks like any head.
     */
    Standing written(StreamId stream, Fold<?, ?> fold) {
        return seen.computeIfAbsent(stream, unseen -> {
            Standing known = streams.remembered(unseen);
            if (known != null) return known;
            return guessing ? Folds.before(fold) : streams.standing(unseen, fold);
        });
    }

    /** Everything looked at, as it stood. */
    Map<StreamId, Head> heads() {
        Map<StreamId, Head> heads = new LinkedHashMap<>();
        seen.forEach((stream, standing) -> heads.put(stream, standing.head()));
        return heads;
    }
}
