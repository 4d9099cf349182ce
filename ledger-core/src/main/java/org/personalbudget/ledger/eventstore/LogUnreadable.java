package org.personalbudget.ledger.eventstore;

import java.sql.SQLException;

/** The database did not give what was asked of it; nothing was changed. */
public final class LogUnreadable extends RuntimeException {

    LogUnreadable(SQLException cause) {
        super(cause);
    }
}
