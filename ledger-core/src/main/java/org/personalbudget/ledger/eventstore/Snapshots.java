package org.personalbudget.ledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.StreamId;

/**
 * The states of long streams, so that a cold start need not fold them from their first event. A snapshot is good only
 * for the very program that made it; any other passes it by, as if there were none.
 */
public final class Snapshots {

    /** The snapshot and what has happened since, as of one moment: one statement, one round trip. */
    private static final String READ = """
            WITH kept AS (SELECT sequence, event_id, state FROM work.snapshot WHERE stream = ? AND revision = ?)
            SELECT position, stream, sequence, id, type, revision, recorded_at, effective_on, actor, role, \
            command_id, causation_id, correlation_id, policy_version, payload
            FROM events.event WHERE stream = ? AND sequence > coalesce((SELECT sequence FROM kept), 0)
            UNION ALL
            SELECT 0, '', sequence, event_id, '', 0, now(), current_date, '', '', event_id, NULL, event_id, 0, state
            FROM kept ORDER BY sequence
            """;

    private static final String KEEP = """
            INSERT INTO work.snapshot AS known (stream, sequence, event_id, revision, state) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (stream) DO UPDATE SET sequence = excluded.sequence, event_id = excluded.event_id,
                revision = excluded.revision, state = excluded.state
            WHERE known.revision <> excluded.revision OR known.sequence < excluded.sequence
            """;

    private final DataSource dataSource;
    private final EventReader reader;

    /** @param dataSource connections as the service's role */
    public Snapshots(DataSource dataSource, EventReader reader) {
        this.dataSource = dataSource;
        this.reader = reader;
    }

    /**
     * What is known of a stream.
     *
     * @param head where the snapshot was taken; empty without one
     * @param state the state there as JSON, or null without a snapshot
     * @param since what has happened after it
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Kept(Head head, byte @Nullable [] state, List<RecordedEvent> since) {}

    /** A stream, from its snapshot of this revision on if there is one, else from its first event. */
    public Kept read(StreamId stream, String revision) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, stream.toString());
            statement.setString(2, revision);
            statement.setString(3, stream.toString());
            try (ResultSet row = statement.executeQuery()) {
                return kept(row);
            }
        } catch (SQLException e) {
            throw new LogUnreadable(e);
        }
    }

    private Kept kept(ResultSet row) throws SQLException {
        Head head = Head.EMPTY;
        byte[] state = null;
        List<RecordedEvent> since = new ArrayList<>();
        while (row.next()) {
            if (row.getLong(1) == 0) {
                head = new Head(row.getLong(3), row.getObject(4, UUID.class));
                state = row.getBytes(15);
            } else {
                since.add(reader.decode(PostgresEventReader.row(row)));
            }
        }
        return new Kept(head, state, since);
    }

    /** Keeps a state, unless a later one of the same revision is kept already. */
    public void keep(StreamId stream, Head head, String revision, byte[] state) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, stream.toString());
            statement.setLong(2, head.sequence());
            statement.setObject(3, head.id());
            statement.setString(4, revision);
            statement.setBytes(5, state);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnreadable(e);
        }
    }
}
