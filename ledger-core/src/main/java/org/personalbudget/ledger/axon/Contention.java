package org.personalbudget.ledger.axon;

import org.personalbudget.ledger.kernel.StreamId;

/** Others kept changing what a command was decided on; nothing was recorded, and it may be sent again. */
public final class Contention extends RuntimeException {

    Contention(StreamId stream, int attempts) {
        super(stream + " kept moving; gave up after " + attempts + " decisions");
    }
}
