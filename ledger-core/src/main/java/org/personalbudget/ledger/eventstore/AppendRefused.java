package org.personalbudget.ledger.eventstore;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/**
 * The log would not have a request, for a reason that asking again does not change: a bug, here or in the database. The
 * message names the reason without the row, in which there may be words that belong in the register and in no log file.
 */
public final class AppendRefused extends RuntimeException {

    AppendRefused(SQLException cause) {
        super("the log refused a request: " + reason(cause));
    }

    /** PostgreSQL's own first sentence, without the details that quote the row. */
    static String reason(SQLException cause) {
        var server = cause instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return cause.getSQLState() + " " + (server == null ? cause.getClass().getSimpleName() : server.getMessage());
    }
}
