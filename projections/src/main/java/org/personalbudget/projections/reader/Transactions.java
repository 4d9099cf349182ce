package org.personalbudget.projections.reader;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One piece of work, one connection, one transaction, whatever the thread is doing otherwise. */
final class Transactions {

    private Transactions() {}

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Commits what was done; if it fails, closing the connection takes it back. */
    static <T> T in(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        }
    }
}
