package org.personalbudget.ledger.kernel;

import java.util.List;

/**
 * One kind of stream, ready to be carried by the shell: what it is called, what it answers, and how the facts of a
 * decision are gathered.
 */
public interface Feature<C extends Command, S, E extends Event, F> {

    /** The category of its streams, such as {@code budget}. */
    String category();

    /** The sealed family of its commands. */
    Class<C> commands();

    /** The sealed family of its events. */
    Class<E> events();

    Decider<C, S, E, F> decider();

    /** Gathers what the decision needs. Everything read through {@code reads} is checked again under the append lock. */
    F gather(C command, S state, Circumstances at, Reads reads);

    /** Reads other streams on behalf of a decision. */
    interface Reads {

        /** The state of another stream; the append fails, and the decision is taken again, if that stream has moved. */
        <T, X extends Event> T state(StreamId stream, Feature<?, T, X, ?> feature);
    }

    /** The record types of a sealed family, nested families included. */
    static <T> List<Class<? extends T>> membersOf(Class<T> family) {
        return SealedFamily.members(family);
    }
}
