package org.personalbudget.projections.reader;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into a table: one round trip, however many they are. */
public final class Rows {

    private final String[] types;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    private Rows(String... types) {
        this.types = types;
    }

    /** Rows with columns of these PostgreSQL types. */
    public static Rows of(String... types) {
        return new Rows(types);
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /** Adds a row; each value is written as its {@code toString()}. */
    public void add(@Nullable Object... values) {
        if (values.length != types.length) {
            throw new IllegalArgumentException(values.length + " values for " + types.length + " columns");
        }
        rows.add(values);
    }

    /**
     * Runs a statement that takes every column as an array, as in {@code INSERT … SELECT … FROM unnest(?, ?)}.
     *
     * @return how many rows it changed
     */
    public int send(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) return 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int column = 0; column < types.length; column++) {
                statement.setArray(column + 1, array(connection, column));
            }
            return statement.executeUpdate();
        }
    }

    private Array array(Connection connection, int column) throws SQLException {
        @Nullable String[] values = new String[rows.size()];
        for (int row = 0; row < values.length; row++) {
            Object value = rows.get(row)[column];
            values[row] = value == null ? null : value.toString();
        }
        return connection.createArrayOf(types[column], values);
    }

    /** Appends the rows to a table that has these columns, in this order. */
    public void copy(Connection connection, String table) throws SQLException {
        if (rows.isEmpty()) return;
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " FROM STDIN", new StringReader(text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder(rows.size() * types.length * 12);
        for (@Nullable Object[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                if (column > 0) text.append('\t');
                appendField(text, row[column]);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** PostgreSQL's text format: a backslash, tab or line end inside a value is escaped, null is {@code \N}. */
    private static void appendField(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        String field = value.toString();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
