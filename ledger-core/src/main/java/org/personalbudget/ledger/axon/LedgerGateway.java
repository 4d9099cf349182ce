package org.personalbudget.ledger.axon;

import java.util.concurrent.CompletableFuture;

/** The one way to change anything. */
public interface LedgerGateway {

    /**
     * Asks the ledger for something. The answer comes when it, and all it was decided on, is durable.
     *
     * <p>The future fails only for bugs and outages: with {@link Contention} if others kept changing what the decision
     * was taken on, and with {@link org.personalbudget.ledger.eventstore.OutcomeUnknown} if the database cannot say
     * whether the answer was recorded. After either, the same request may be sent again.
     */
    CompletableFuture<Answer> send(Request request);
}
