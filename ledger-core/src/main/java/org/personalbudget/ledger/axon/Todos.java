package org.personalbudget.ledger.axon;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reactions have yet to do, in {@code work.todo}: noted where the event is read, ticked off when it is answered. */
final class Todos {

    private static final String NOTE = """
            INSERT INTO work.todo (reaction, event_id, position) VALUES (:reaction, :event, :position)
            ON CONFLICT (reaction, event_id) DO NOTHING
            """;
    private static final String OPEN = """
            SELECT event_id, position FROM work.todo
            WHERE reaction = :reaction AND done_at IS NULL AND position > :after ORDER BY position LIMIT :most
            """;
    private static final String DONE = """
            UPDATE work.todo SET done_at = :at, answer = :answer, attempts = attempts + 1
            WHERE reaction = :reaction AND event_id = :event AND done_at IS NULL
            """;
    private static final String FAILED =
            "UPDATE work.todo SET attempts = attempts + 1 WHERE reaction = :reaction AND event_id = :event";

    private final JdbcClient database;

    record Todo(UUID event, long position) {}

    Todos(DataSource source) {
        this.database = JdbcClient.create(source);
    }

    void note(String reaction, UUID event, long position) {
        database.sql(NOTE)
                .param("reaction", reaction)
                .param("event", event)
                .param("position", position)
                .update();
    }

    List<Todo> open(String reaction, long after, int most) {
        return database.sql(OPEN)
                .param("reaction", reaction)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new Todo(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
    }

    /** @param answer the kind of answer the command got: accepted, or the code of the refusal */
    void done(String reaction, UUID event, String answer, Instant at) {
        database.sql(DONE)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("answer", answer)
                .param("reaction", reaction)
                .param("event", event)
                .update();
    }

    void failed(String reaction, UUID event) {
        database.sql(FAILED).param("reaction", reaction).param("event", event).update();
    }
}
