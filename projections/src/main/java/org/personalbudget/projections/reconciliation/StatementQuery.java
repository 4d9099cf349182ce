package org.personalbudget.projections.reconciliation;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.reconciliation.LineView.ItemView;
import org.personalbudget.projections.reconciliation.LineView.LineKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements with their lines. */
public final class StatementQuery {

    private static final String STATEMENTS = """
            SELECT s.*,
                   (SELECT count(*) FROM read.bank_line AS l
                    WHERE l.statement = s.statement AND status = 'BOOKED' AND rule IS NOT NULL) AS now_matched,
                   (SELECT count(*) FROM read.bank_line AS l
                    WHERE l.statement = s.statement AND status = 'BOOKED' AND rule IS NULL) AS now_queued
            FROM read.bank_statement AS s
            """;

    private final JdbcClient database;

    public StatementQuery(JdbcClient database) {
        this.database = database;
    }

    public Optional<StatementView> find(StatementId statement) {
        return database.sql(STATEMENTS + "WHERE statement = :statement")
                .param("statement", statement.value())
                .query(StatementQuery::statement)
                .optional();
    }

    /**
     * Statements in the order in which they were imported.
     *
     * @param account only of this one, or null for all
     * @param after the cursor; 0 starts at the beginning
     */
    public Listed<StatementView> list(@Nullable String account, long after, int limit) {
        List<StatementView> statements = database.sql(STATEMENTS
                        + "WHERE position > :after"
                        + (account == null ? "" : " AND account = :account")
                        + " ORDER BY position LIMIT :limit")
                .param("after", after)
                .param("account", account)
                .param("limit", limit + 1)
                .query(StatementQuery::statement)
                .list();
        return Listed.page(statements, limit, StatementView::position);
    }

    /** The lines of a statement after a number. */
    public Listed<LineView> lines(StatementId statement, long after, int limit) {
        List<LineView> lines = database.sql("""
                        SELECT * FROM read.bank_line WHERE statement = :statement AND line > :after
                        ORDER BY line LIMIT :limit
                        """)
                .param("statement", statement.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query(StatementQuery::line)
                .list();
        return Listed.page(lines, limit, line -> line.line().number());
    }

    public Optional<LineView> line(StatementId statement, int number) {
        return database.sql("SELECT * FROM read.bank_line WHERE statement = :statement AND line = :line")
                .param("statement", statement.value())
                .param("line", number)
                .query(StatementQuery::line)
                .optional();
    }

    /** The lines of a statement that no rule has found yet: booked ones, and declined ones that nobody was told of. */
    public List<LineView> open(StatementId statement) {
        return database.sql("""
                        SELECT * FROM read.bank_line
                        WHERE statement = :statement AND rule IS NULL AND status IN ('BOOKED', 'DECLINED') ORDER BY line
                        """)
                .param("statement", statement.value())
                .query(StatementQuery::line)
                .list();
    }

    /** How many lines each rule has found. */
    public Map<String, Integer> byRule(StatementId statement) {
        Map<String, Integer> rules = new HashMap<>();
        database.sql("""
                        SELECT rule, count(*) AS lines FROM read.bank_line
                        WHERE statement = :statement AND rule IS NOT NULL GROUP BY rule
                        """).param("statement", statement.value()).query(row -> {
            rules.put(text(row, "rule"), row.getInt("lines"));
        });
        return rules;
    }

    /** Booked lines that are not matched, the oldest first. */
    public List<LineView> queue(@Nullable String account, int skip, int limit) {
        return database.sql("SELECT * FROM read.bank_line WHERE rule IS NULL AND status = 'BOOKED'"
                        + (account == null ? "" : " AND account = :account")
                        + " ORDER BY booked_on, position, line OFFSET :skip LIMIT :limit")
                .param("account", account)
                .param("skip", skip)
                .param("limit", limit)
                .query(StatementQuery::line)
                .list();
    }

    /** What each of these lines was said to be, undone matches included. */
    public Map<LineKey, List<ItemView>> items(Collection<LineKey> lines) {
        Map<LineKey, List<ItemView>> items = new HashMap<>();
        database.sql("""
                        SELECT m.* FROM read.bank_match AS m
                             JOIN unnest(:statements, :lines) AS l (statement, line) USING (statement, line)
                        ORDER BY line, attempt, item
                        """)
                .param(
                        "statements",
                        lines.stream().map(it -> it.statement().value()).toArray(UUID[]::new))
                .param("lines", lines.stream().map(LineKey::line).toArray(Integer[]::new))
                .query(row -> {
                    LineKey line = new LineKey(new StatementId(uuid(row, "statement")), row.getInt("line"));
                    items.computeIfAbsent(line, _ -> new ArrayList<>()).add(item(row));
                });
        return items;
    }

    /** Statements through which the ladder has not been, or of which matches wait to be carried out, for a while. */
    public List<StatementId> unfinished(int seconds) {
        return database.sql("""
                        SELECT statement FROM read.bank_statement
                        WHERE NOT climbed AND recorded_at < now() - make_interval(secs => :seconds)
                        UNION
                        SELECT statement FROM read.bank_match
                        WHERE NOT done AND NOT undone AND matched_at < now() - make_interval(secs => :seconds)
                        """)
                .param("seconds", seconds)
                .query((row, _) -> new StatementId(uuid(row, "statement")))
                .list();
    }

    private static StatementView statement(ResultSet row, int number) throws SQLException {
        return new StatementView(
                new StatementId(uuid(row, "statement")),
                text(row, "account"),
                row.getLong("position"),
                instant(row, "recorded_at"),
                date(row, "from_on"),
                date(row, "to_on"),
                moneyOrNull(row, "opening"),
                moneyOrNull(row, "closing"),
                moneyOrNull(row, "gap"),
                row.getInt("lines"),
                row.getInt("overlapping"),
                row.getInt("now_matched"),
                row.getInt("now_queued"),
                row.getBoolean("climbed"),
                text(row, "imported_by"));
    }

    static LineView line(ResultSet row, int number) throws SQLException {
        UUID words = row.getObject("words", UUID.class);
        String refs = text(row, "refs");
        return new LineView(
                new StatementId(uuid(row, "statement")),
                text(row, "account"),
                new StatementLine(
                        row.getInt("line"),
                        date(row, "booked_on"),
                        money(row, "amount"),
                        LineStatus.valueOf(text(row, "status")),
                        new LineDigest(""),
                        textOrNull(row, "end_to_end", LineDigest::new),
                        textOrNull(row, "file", LineDigest::new),
                        refs.isEmpty()
                                ? List.of()
                                : Arrays.stream(refs.split(" "))
                                        .map(LineDigest::new)
                                        .toList(),
                        textOrNull(row, "counterparty", LineDigest::new),
                        textOrNull(row, "payer", LineDigest::new),
                        textOrNull(row, "merchant", MerchantCode::new),
                        textOrNull(row, "returned", ReturnCode::valueOf),
                        words == null ? null : new Note(words, text(row, "words_digest"))),
                row.getString("rule"),
                row.getObject("attempt", Integer.class));
    }

    private static ItemView item(ResultSet row) throws SQLException {
        return new ItemView(
                row.getInt("line"),
                row.getInt("attempt"),
                row.getInt("item"),
                text(row, "rule"),
                text(row, "effect"),
                row.getObject("budget", UUID.class),
                row.getObject("subject", UUID.class),
                money(row, "amount"),
                row.getBoolean("done"),
                row.getBoolean("undone"),
                row.getString("refused"),
                row.getObject("reason", UUID.class),
                text(row, "matched_by"));
    }
}
