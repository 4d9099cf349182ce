package org.personalbudget.ledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.UniqueTag;
import org.personalbudget.ledger.register.EntryRow;
import org.personalbudget.ledger.register.RegisterEntry;

/**
 * One call of {@code events.append}: a group of requests as columns, one round trip and one commit for all of them.
 * The order of the columns is that of the function's parameters.
 */
final class AppendCall {

    static final String SQL = "SELECT request, outcome, position, events, recorded_at, taken FROM events.append(?"
            + ", ?".repeat(26) + ")";

    private final List<Append> group;
    private final Columns columns = new Columns();
    private final Map<StreamId, Integer> headOf = new HashMap<>();
    private final Map<StreamId, Integer> madeBy = new HashMap<>();
    private int heads;
    private int events;

    AppendCall(List<Append> group) {
        this.group = group;
        for (int i = 0; i < group.size(); i++) add(i + 1, group.get(i));
    }

    private void add(int request, Append append) {
        columns.requestId.add(append.id().value());
        columns.requestHash.add(append.hash());
        columns.actor.add(append.actor().value());
        columns.role.add(append.role().name());
        columns.causation.add(append.causation());
        columns.correlation.add(append.correlation());
        columns.policy.add(append.policyVersion());
        headOf.clear();
        append.heads().forEach((stream, head) -> addHead(request, stream, head));
        append.events().forEach(event -> addEvent(request, event));
        append.entries().forEach(entry -> addEntry(request, entry));
    }

    private void addHead(int request, StreamId stream, Head head) {
        headOf.put(stream, ++heads);
        columns.headRequest.add(request);
        columns.headStream.add(stream.toString());
        columns.headSequence.add(head.sequence());
        columns.headId.add(head.id());
        columns.headAfter.add(madeBy.getOrDefault(stream, 0));
    }

    private void addEvent(int request, Append.NewEvent event) {
        StreamId stream = event.event().stream();
        columns.eventHead.add(Objects.requireNonNull(headOf.get(stream)));
        columns.eventId.add(event.id());
        columns.eventType.add(event.type());
        columns.eventRevision.add(event.revision());
        columns.eventEffective.add(event.event().effectiveOn());
        columns.eventPayload.add(event.payload());
        madeBy.put(stream, ++events);
        for (UniqueTag tag : event.event().claims()) {
            columns.tagRequest.add(request);
            columns.tagKind.add(tag.kind());
            columns.tagValue.add(tag.value());
        }
    }

    private void addEntry(int request, RegisterEntry entry) {
        var row = EntryRow.of(entry);
        columns.entryRequest.add(request);
        columns.entryKind.add(row.kind().name());
        columns.entryRef.add(row.ref());
        columns.entryAbout.add(row.about());
        columns.entryBody.add(row.body());
    }

    /** Runs the call and, the connection being in auto-commit, commits it; one outcome a request, in their order. */
    List<Outcome> run(PreparedStatement statement, Instant now) throws SQLException {
        statement.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        columns.bind(statement.getConnection(), statement);
        List<Outcome> outcomes = new ArrayList<>(group.size());
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) outcomes.add(outcome(row));
        }
        if (outcomes.size() != group.size()) throw new IllegalStateException("not one outcome a request");
        return outcomes;
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return switch (row.getInt(2)) {
            case 0 ->
                new Outcome.Recorded(
                        row.getLong(3),
                        row.getInt(4),
                        row.getObject(5, OffsetDateTime.class).toInstant());
            case 1 -> new Outcome.AnsweredBefore(row.getLong(3), row.getInt(4));
            case 2 -> new Outcome.KeyUsed();
            case 3 -> new Outcome.Moved();
            case 4 -> new Outcome.Taken(tag(row.getString(6)));
            default -> throw new IllegalStateException("events.append has outcomes that this program does not know");
        };
    }

    private static UniqueTag tag(String name) {
        int slash = name.indexOf('/');
        return new UniqueTag(name.substring(0, slash), name.substring(slash + 1));
    }

    /** The function's parameters after the first, one list a column. */
    private static final class Columns {
        private final List<Column> all = new ArrayList<>();

        final Column requestId = column("uuid");
        final Column requestHash = column("text");
        final Column actor = column("text");
        final Column role = column("text");
        final Column causation = column("uuid");
        final Column correlation = column("uuid");
        final Column policy = column("int4");
        final Column headRequest = column("int4");
        final Column headStream = column("text");
        final Column headSequence = column("int8");
        final Column headId = column("uuid");
        final Column headAfter = column("int4");
        final Column eventHead = column("int4");
        final Column eventId = column("uuid");
        final Column eventType = column("text");
        final Column eventRevision = column("int4");
        final Column eventEffective = column("date");
        final Column eventPayload = column("bytea");
        final Column tagRequest = column("int4");
        final Column tagKind = column("text");
        final Column tagValue = column("text");
        final Column entryRequest = column("int4");
        final Column entryKind = column("text");
        final Column entryRef = column("text");
        final Column entryAbout = column("text");
        final Column entryBody = column("text");

        private Column column(String type) {
            var column = new Column(type);
            all.add(column);
            return column;
        }

        void bind(Connection connection, PreparedStatement statement) throws SQLException {
            for (int i = 0; i < all.size(); i++)
                statement.setArray(i + 2, all.get(i).toArray(connection));
        }
    }
}
