package org.personalbudget.projections.reader;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The right to write the tables of one schema, until the end of a transaction. It ends with its connection, so a node
 * that is killed holds nothing up.
 */
final class Lease {

    private Lease() {}

    /** Takes it if nobody else has it. */
    static boolean tryTake(String schema, Connection connection) throws SQLException {
        String sql = "SELECT pg_try_advisory_xact_lock(hashtextextended('projections/' || ?, 0))";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Takes it as soon as whoever has it is done with a page. */
    static void take(String schema, Connection connection) throws SQLException {
        String sql = "SELECT pg_advisory_xact_lock(hashtextextended('projections/' || ?, 0))";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            statement.execute();
        }
    }
}
