package org.personalbudget.ledger.axon;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.Head;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.eventstore.Snapshots;
import org.personalbudget.ledger.eventstore.json.JsonCodec;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.kernel.StreamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds streams from the log: from the first event, from a snapshot, or from what is known already. */
final class Recall {

    private static final Logger LOG = LoggerFactory.getLogger(Recall.class);

    private final EventReader reader;
    private final Snapshots snapshots;
    private final int every;
    private final CompletableFuture<String> revision;
    private final Map<String, JsonCodec.Form> forms = new HashMap<>();

    /**
     * @param every after how many events a stream is worth a snapshot; 0 for none at all
     * @param revision of this program; until it is known there are no snapshots
     */
    Recall(
            EventReader reader,
            Snapshots snapshots,
            int every,
            CompletableFuture<String> revision,
            JsonCodec json,
            Collection<? extends Fold<?, ?>> folds) {
        this.reader = reader;
        this.snapshots = snapshots;
        this.every = every;
        this.revision = revision;
        for (Fold<?, ?> fold : folds) {
            Type state = stateOf(fold.getClass());
            if (state != null) addForm(fold, state, json);
        }
    }

    private void addForm(Fold<?, ?> fold, Type state, JsonCodec json) {
        try {
            forms.put(fold.category(), json.formOf(state));
        } catch (IllegalArgumentException e) {
            LOG.info("streams of {} are kept without snapshots: {}", fold.category(), e.getMessage());
        }
    }

    /** What a fold's class says its states are. */
    private static @Nullable Type stateOf(Class<?> fold) {
        for (Type implemented : fold.getGenericInterfaces()) {
            if (!(implemented instanceof ParameterizedType generic)) continue;
            if (generic.getRawType() == Feature.class) return generic.getActualTypeArguments()[1];
            if (generic.getRawType() == Fold.class) return generic.getActualTypeArguments()[0];
        }
        return null;
    }

    /** A stream of which nothing is known here. */
    Standing cold(StreamId stream, Fold<?, ?> fold) {
        JsonCodec.Form form = forms.get(fold.category());
        String program = every == 0 ? null : revision.getNow(null);
        if (form == null || program == null) return since(stream, fold, Folds.before(fold));
        Snapshots.Kept kept = snapshots.read(stream, program);
        Standing from = kept.state() == null ? Folds.before(fold) : new Standing(form.read(kept.state()), kept.head());
        Standing now = folded(fold, from, kept.since());
        if (kept.since().size() >= every) keep(stream, now, program, form);
        return now;
    }

    /** A snapshot saves time and is no fact, so its failure is nobody's but its own. */
    private void keep(StreamId stream, Standing standing, String program, JsonCodec.Form form) {
        try {
            snapshots.keep(stream, standing.head(), program, form.write(standing.state()));
        } catch (RuntimeException e) {
            LOG.warn("no snapshot of {}: {}", stream, e.getClass().getSimpleName());
        }
    }

    /** A stream that is known up to some event. */
    Standing since(StreamId stream, Fold<?, ?> fold, Standing from) {
        return folded(fold, from, reader.stream(stream, from.head().sequence() + 1));
    }

    private static Standing folded(Fold<?, ?> fold, Standing from, List<RecordedEvent> events) {
        Object state = from.state();
        Head head = from.head();
        for (RecordedEvent event : events) {
            state = Folds.evolve(fold, state, event.event());
            head = new Head(event.sequence(), event.id());
        }
        return new Standing(state, head);
    }
}
