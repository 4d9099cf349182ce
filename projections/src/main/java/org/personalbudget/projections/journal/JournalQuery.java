package org.personalbudget.projections.journal;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.projections.Listed;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal, entry by entry. */
public final class JournalQuery {

    private final JdbcClient database;

    public JournalQuery(JdbcClient database) {
        this.database = database;
    }

    /**
     * The entries that fit, in the order they were recorded.
     *
     * @param after the cursor: entries of later positions only; 0 starts at the beginning
     * @param limit how many events' entries at most; the entries of one event are never torn apart
     */
    public Listed<PostedEntry> list(JournalFilter filter, long after, int limit) {
        List<Long> positions = positions(filter, after, limit + 1);
        boolean more = positions.size() > limit;
        List<Long> shown = more ? positions.subList(0, limit) : positions;
        List<PostedEntry> entries = entries(shown, filter);
        return new Listed<>(entries, more ? shown.getLast() : null);
    }

    private List<Long> positions(JournalFilter filter, long after, int limit) {
        Map<String, Object> params = new HashMap<>(Map.of("after", after, "limit", limit));
        String sql = "SELECT DISTINCT position FROM read.journal_line WHERE position > :after" + where(filter, params)
                + " ORDER BY position LIMIT :limit";
        return database.sql(sql).params(params).query(Long.class).list();
    }

    private static String where(JournalFilter filter, Map<String, Object> params) {
        StringBuilder where = new StringBuilder();
        restrict(
                where,
                params,
                " AND budget = :budget",
                "budget",
                filter.budget() == null ? null : filter.budget().value());
        restrict(where, params, " AND account = :account", "account", filter.account());
        restrict(
                where,
                params,
                " AND custody = :custody",
                "custody",
                filter.custody() == null ? null : filter.custody().value());
        restrict(where, params, " AND effective_on >= :from", "from", filter.from());
        restrict(where, params, " AND effective_on <= :to", "to", filter.to());
        restrict(
                where,
                params,
                " AND recorded_at <= :known",
                "known",
                filter.known() == null ? null : filter.known().atOffset(ZoneOffset.UTC));
        return where.toString();
    }

    private static void restrict(
            StringBuilder where, Map<String, Object> params, String condition, String name, @Nullable Object value) {
        if (value == null) return;
        where.append(condition);
        params.put(name, value);
    }

    /** What the events at these positions posted, by position. */
    public Map<Long, List<PostedEntry>> ofEvents(Collection<Long> positions) {
        Map<Long, List<PostedEntry>> byPosition = new HashMap<>();
        for (PostedEntry entry : entries(positions, JournalFilter.ALL)) {
            byPosition.computeIfAbsent(entry.position(), p -> new ArrayList<>()).add(entry);
        }
        return byPosition;
    }

    private List<PostedEntry> entries(Collection<Long> positions, JournalFilter filter) {
        if (positions.isEmpty()) return List.of();
        Map<List<Long>, PostedEntry> entries = new LinkedHashMap<>();
        Map<String, Object> params = new HashMap<>(Map.of("positions", positions.toArray(Long[]::new)));
        String fits = where(filter, params);
        RowCallbackHandler collect = row -> collect(row, entries);
        database.sql("""
                        SELECT * FROM read.journal_line AS whole
                        WHERE position = ANY(:positions)
                          AND EXISTS (SELECT 1 FROM read.journal_line AS part
                                      WHERE part.position = whole.position AND part.entry = whole.entry %s)
                        ORDER BY position, entry, line
                        """.formatted(fits)).params(params).query(collect);
        return List.copyOf(entries.values());
    }

    private static void collect(ResultSet row, Map<List<Long>, PostedEntry> entries) throws SQLException {
        List<Long> key = List.of(row.getLong("position"), row.getLong("entry"));
        PostedEntry entry = entries.get(key);
        if (entry == null) {
            entry = entry(row);
            entries.put(key, entry);
        }
        entry.lines().add(line(row));
    }

    private static PostedEntry entry(ResultSet row) throws SQLException {
        return new PostedEntry(
                row.getLong("position"),
                row.getInt("entry"),
                uuidOrNull(row, "budget", BudgetId::new),
                text(row, "event"),
                date(row, "effective_on"),
                instant(row, "recorded_at"),
                PeriodId.parse(text(row, "posting_period")),
                textOrNull(row, "service_period", PeriodId::parse),
                new ArrayList<>());
    }

    private static PostedEntry.Line line(ResultSet row) throws SQLException {
        return new PostedEntry.Line(
                row.getInt("account"),
                Source.valueOf(text(row, "source")),
                Funder.valueOf(text(row, "book")),
                money(row, "debit"),
                money(row, "credit"),
                textOrNull(row, "plan_line", LineId::new),
                textOrNull(row, "outcome", OutcomeId::new),
                uuidOrNull(row, "supplier", SupplierId::new),
                uuidOrNull(row, "custody", AccountId::new),
                uuidOrNull(row, "ring_fence", PaymentId::new));
    }
}
