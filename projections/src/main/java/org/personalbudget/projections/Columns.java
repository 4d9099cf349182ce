package org.personalbudget.projections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;

/** Reads the columns of a row as the words of the domain. */
public final class Columns {

    private Columns() {}

    public static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofPence(row.getLong(column));
    }

    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class), column);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }

    public static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    /** A text that may be missing, as one of the words of the domain. */
    public static <T> @Nullable T textOrNull(ResultSet row, String column, Function<String, T> word)
            throws SQLException {
        String value = row.getString(column);
        return value == null ? null : word.apply(value);
    }

    /** An id that may be missing. */
    public static <T> @Nullable T uuidOrNull(ResultSet row, String column, Function<UUID, T> word) throws SQLException {
        UUID value = row.getObject(column, UUID.class);
        return value == null ? null : word.apply(value);
    }

    public static @Nullable Money moneyOrNull(ResultSet row, String column) throws SQLException {
        long pence = row.getLong(column);
        return row.wasNull() ? null : Money.ofPence(pence);
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
