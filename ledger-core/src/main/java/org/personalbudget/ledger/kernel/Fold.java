package org.personalbudget.ledger.kernel;

/**
 * One kind of stream as it is read: what it is called, which events it is made of, and the state they add up to.
 *
 * @param <S> the state, immutable
 * @param <E> the sealed family of its events
 */
public interface Fold<S, E extends Event> {

    /** The category of its streams, such as {@code budget}. */
    String category();

    /** The sealed family of its events. */
    Class<E> events();

    /** The state before the first event. */
    S initial();

    /** Takes an event in. Total: it never refuses what has happened. */
    S evolve(S state, E event);
}
