package org.personalbudget.ledger.eventstore;

/** The log would not have a request, for a reason that asking again does not change. A bug, here or in the database. */
public final class AppendRefused extends RuntimeException {

    AppendRefused(Throwable cause) {
        super("the log refused a request: " + cause.getMessage(), cause);
    }
}
