package org.personalbudget.ledger.axon;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.personalbudget.ledger.eventstore.Head;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.kernel.StreamId;

/** Which fold takes in which event. */
final class Folds {

    private final Map<Class<?>, Fold<?, ?>> byEvent = new HashMap<>();
    private final Map<String, Fold<?, ?>> byCategory = new HashMap<>();

    /** @throws IllegalArgumentException if two folds claim one event or one category */
    Folds(Collection<? extends Fold<?, ?>> folds) {
        for (Fold<?, ?> fold : folds) {
            if (byCategory.put(fold.category(), fold) != null) {
                throw new IllegalArgumentException("two folds are called " + fold.category());
            }
            for (Class<?> event : Feature.membersOf(fold.events())) {
                if (byEvent.put(event, fold) != null) {
                    throw new IllegalArgumentException("two folds take in " + event);
                }
            }
        }
    }

    /** @throws IllegalArgumentException if the event belongs to no fold, or lies on a stream of another category */
    Fold<?, ?> of(Event event) {
        Fold<?, ?> fold = byEvent.get(event.getClass());
        if (fold == null) throw new IllegalArgumentException("no fold takes in " + event.getClass());
        if (!fold.category().equals(event.stream().category())) {
            throw new IllegalArgumentException(event.getClass() + " does not belong on " + event.stream());
        }
        return fold;
    }

    /**
     * States are shared by everyone who reads a stream, so everyone reads it by the same fold.
     *
     * @throws IllegalArgumentException if the ledger was not given this fold for the stream's category
     */
    void check(StreamId stream, Fold<?, ?> fold) {
        Fold<?, ?> known = byCategory.get(stream.category());
        if (known == null || known.getClass() != fold.getClass()) {
            throw new IllegalArgumentException(stream + " is not read by " + fold.getClass());
        }
    }

    static Standing before(Fold<?, ?> fold) {
        return new Standing(fold.initial(), Head.EMPTY);
    }

    /** The state with one more event taken in. */
    static <S, E extends Event> Object evolve(Fold<S, E> fold, Object state, Event event) {
        @SuppressWarnings("unchecked") // a standing is only ever made by its own fold
        S known = (S) state;
        return fold.evolve(known, fold.events().cast(event));
    }
}
