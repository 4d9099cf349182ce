package org.personalbudget.ledger.axon;

import java.util.concurrent.CompletableFuture;
import org.personalbudget.ledger.eventstore.Outcome;

/** A ruling on its way through a unit of work, and what the log will say to it. */
final class Verdict {

    static final String RESOURCE = Verdict.class.getName();

    private final Ruling ruling;
    private CompletableFuture<Outcome> outcome =
            CompletableFuture.failedFuture(new IllegalStateException("the ruling never got in line"));

    Verdict(Ruling ruling) {
        this.ruling = ruling;
    }

    Ruling ruling() {
        return ruling;
    }

    void inLine(CompletableFuture<Outcome> awaited) {
        outcome = awaited;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }
}
