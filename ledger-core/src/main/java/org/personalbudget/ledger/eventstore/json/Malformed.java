package org.personalbudget.ledger.eventstore.json;

/** JSON that is not what its type and revision say it is. */
public final class Malformed extends RuntimeException {

    Malformed(String message) {
        super(message);
    }

    Malformed(String message, Throwable cause) {
        super(message, cause);
    }
}
