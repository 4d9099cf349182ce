package org.personalbudget.ledger.kernel;

/**
 * The whole behaviour of one kind of stream, as pure functions.
 *
 * @param <C> the commands it answers
 * @param <S> its state, immutable
 * @param <E> the events it is made of
 * @param <F> what else a decision needs, handed over as values
 */
public interface Decider<C extends Command, S, E extends Event, F> {

    /** The state before the first event. */
    S initial();

    /** Answers a command. Pure: time, ids, rates and policy come in with {@code facts}. */
    Decision decide(C command, S state, F facts);

    /** Takes an event in. Total: it never refuses what has happened. */
    S evolve(S state, E event);
}
