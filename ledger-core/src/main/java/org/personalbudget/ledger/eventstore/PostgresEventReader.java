package org.personalbudget.ledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;

/** The log on PostgreSQL, read by key: each page starts where the last one ended, however long the log is. */
public final class PostgresEventReader implements EventReader {

    private static final String COLUMNS = """
            SELECT position, stream, sequence, id, type, revision, recorded_at, effective_on, actor, role, \
            command_id, causation_id, correlation_id, policy_version, payload FROM events.event \
            """;
    private static final String AFTER = COLUMNS + "WHERE position > ? ORDER BY position LIMIT ?";
    private static final String STREAM = COLUMNS + "WHERE stream = ? AND sequence >= ? ORDER BY sequence";
    private static final String POSITIONS = COLUMNS + "WHERE position = ANY (?) ORDER BY position";
    private static final String HEAD = "SELECT coalesce(max(position), 0) FROM events.event";

    private final DataSource dataSource;
    private final EventCodec codec;

    public PostgresEventReader(DataSource dataSource, EventCodec codec) {
        this.dataSource = dataSource;
        this.codec = codec;
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return decoded(rowsAfter(position, limit));
    }

    @Override
    public List<StoredEvent> rowsAfter(long position, int limit) {
        return rows(AFTER, statement -> {
            statement.setLong(1, position);
            statement.setInt(2, limit);
        });
    }

    @Override
    public List<RecordedEvent> stream(StreamId stream, long fromSequence) {
        return decoded(rows(STREAM, statement -> {
            statement.setString(1, stream.toString());
            statement.setLong(2, fromSequence);
        }));
    }

    @Override
    public Optional<RecordedEvent> at(long position) {
        return after(position - 1, 1).stream()
                .filter(event -> event.position() == position)
                .findFirst();
    }

    @Override
    public List<RecordedEvent> at(Collection<Long> positions) {
        return decoded(rows(
                POSITIONS,
                statement ->
                        statement.setArray(1, statement.getConnection().createArrayOf("int8", positions.toArray()))));
    }

    @Override
    public long head() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(HEAD);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new LogUnreadable(e);
        }
    }

    @Override
    public RecordedEvent decode(StoredEvent row) {
        return new RecordedEvent(
                row.position(),
                row.stream(),
                row.sequence(),
                row.id(),
                row.type(),
                row.revision(),
                row.recordedAt(),
                row.effectiveOn(),
                row.actor(),
                row.role(),
                row.command(),
                row.causation(),
                row.correlation(),
                row.policyVersion(),
                codec.decode(row.type(), row.revision(), row.payload()));
    }

    private List<RecordedEvent> decoded(List<StoredEvent> rows) {
        return rows.stream().map(this::decode).toList();
    }

    private interface Parameters {
        void on(PreparedStatement statement) throws SQLException;
    }

    private List<StoredEvent> rows(String sql, Parameters parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.on(statement);
            try (ResultSet result = statement.executeQuery()) {
                List<StoredEvent> rows = new ArrayList<>();
                while (result.next()) rows.add(row(result));
                return rows;
            }
        } catch (SQLException e) {
            throw new LogUnreadable(e);
        }
    }

    static StoredEvent row(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                StreamId.parse(row.getString(2)),
                row.getLong(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getInt(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, LocalDate.class),
                new ActorId(row.getString(9)),
                Role.valueOf(row.getString(10)),
                new CommandId(row.getObject(11, UUID.class)),
                row.getObject(12, UUID.class),
                row.getObject(13, UUID.class),
                row.getInt(14),
                row.getBytes(15));
    }
}
