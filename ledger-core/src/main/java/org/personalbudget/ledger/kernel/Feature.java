package org.personalbudget.ledger.kernel;

import java.util.List;

/**
 * One kind of stream that decides: the whole behaviour of it, ready to be carried by the shell.
 *
 * @param <C> the sealed family of commands it answers
 * @param <S> its state
 * @param <E> the events on its streams
 * @param <F> what else a decision needs, handed over as values
 */
public interface Feature<C extends Command, S, E extends Event, F> extends Fold<S, E> {

    /** The sealed family of its commands. */
    Class<C> commands();

    /** Gathers what the decision needs. Everything read through {@code reads} is checked again under the append lock. */
    F gather(C command, S state, Circumstances at, Reads reads);

    /** Answers a command. Pure: time, ids, rates and policy come in with {@code facts}. */
    Decision decide(C command, S state, F facts);

    /** Reads other streams on behalf of a decision. */
    interface Reads {

        /** The state of another stream; the append fails, and the decision is taken again, if that stream has moved. */
        <T, X extends Event> T state(StreamId stream, Fold<T, X> fold);
    }

    /** The record types of a sealed family, nested families included. */
    static <T> List<Class<? extends T>> membersOf(Class<T> family) {
        return SealedFamily.members(family);
    }
}
