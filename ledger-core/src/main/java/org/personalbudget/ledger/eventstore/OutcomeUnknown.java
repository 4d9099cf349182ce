package org.personalbudget.ledger.eventstore;

/** The database was lost in a commit and did not come back in time to say whether it was one. */
public final class OutcomeUnknown extends RuntimeException {

    OutcomeUnknown(Throwable cause) {
        super("the ledger cannot say whether the request was recorded; send it again with the same key", cause);
    }
}
