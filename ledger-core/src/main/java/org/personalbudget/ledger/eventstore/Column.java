package org.personalbudget.ledger.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column of a set of rows, on its way into a statement as an array. */
final class Column {

    private final String type;
    private final List<@Nullable Object> values = new ArrayList<>();

    /** @param type PostgreSQL's name of the elements' type */
    Column(String type) {
        this.type = type;
    }

    void add(@Nullable Object value) {
        values.add(value);
    }

    Array toArray(Connection connection) throws SQLException {
        return connection.createArrayOf(type, values.toArray(empty()));
    }

    /** The driver sends an array of the right Java type in binary, which is cheaper for both sides. */
    private @Nullable Object[] empty() {
        return switch (type) {
            case "int4" -> new Integer[0];
            case "int8" -> new Long[0];
            case "text" -> new String[0];
            case "bytea" -> new byte[0][];
            default -> new Object[0];
        };
    }
}
