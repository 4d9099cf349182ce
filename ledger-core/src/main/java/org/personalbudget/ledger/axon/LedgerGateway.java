package org.personalbudget.ledger.axon;

import java.util.List;
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

    /**
     * Asks for many things at once, each on its own, in this order. They share commits, which go on while the caller
     * does something else; it is the caller who has to see to it that not too many are under way.
     *
     * @return one answer a request, in their order
     */
    default List<CompletableFuture<Answer>> sendAll(List<Request> requests) {
        return requests.stream().map(this::send).toList();
    }
}
