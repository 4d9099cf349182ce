package org.personalbudget.projections.reconciliation;

import static org.personalbudget.projections.Columns.*;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.statement.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was matched and has not been carried out. */
public final class WaitingQuery {

    private final JdbcClient database;

    public WaitingQuery(JdbcClient database) {
        this.database = database;
    }

    /** The next parts of matches of a statement that wait, by line. */
    public List<WaitingItem> of(StatementId statement, @Nullable WaitingItem after, int limit) {
        return database.sql("""
                        SELECT m.line, m.attempt, m.item, m.position, m.matched_by, l.booked_on, l.words, l.words_digest
                        FROM read.bank_match AS m JOIN read.bank_line AS l USING (statement, line)
                        WHERE m.statement = :statement AND NOT m.done AND NOT m.undone
                          AND (m.line, m.attempt, m.item) > (:line, :attempt, :item)
                        ORDER BY m.line, m.attempt, m.item LIMIT :limit
                        """)
                .param("statement", statement.value())
                .param("line", after == null ? -1 : after.line())
                .param("attempt", after == null ? 0 : after.attempt())
                .param("item", after == null ? 0 : after.item())
                .param("limit", limit)
                .query((row, _) -> {
                    UUID words = row.getObject("words", UUID.class);
                    return new WaitingItem(
                            row.getInt("line"),
                            row.getInt("attempt"),
                            row.getInt("item"),
                            row.getLong("position"),
                            date(row, "booked_on"),
                            words == null ? null : new Note(words, text(row, "words_digest")),
                            new ActorId(text(row, "matched_by")));
                })
                .list();
    }
}
