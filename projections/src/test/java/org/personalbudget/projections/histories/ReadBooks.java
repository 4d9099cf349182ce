package org.personalbudget.projections.histories;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Place;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.projections.AsOf;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal as people read it, added up by place; and all that they read, to the byte. */
final class ReadBooks {

    private final DataSource database;

    ReadBooks(DataSource database) {
        this.database = database;
    }

    Map<BudgetId, Map<Place, BigDecimal>> at(AsOf asOf) {
        Map<BudgetId, Map<Place, BigDecimal>> books = new HashMap<>();
        JdbcClient.create(database)
                .sql("""
                        SELECT budget, account, source, book, custody, ring_fence, plan_line, service_period,
                               sum(debit - credit)::bigint AS pence
                        FROM read.journal_line
                        WHERE recorded_at <= :known AND effective_on <= :effective
                        GROUP BY budget, account, source, book, custody, ring_fence, plan_line, service_period
                        """)
                .param("known", asOf.knownUtc())
                .param("effective", asOf.effective())
                .query(row -> {
                    Map<Place, BigDecimal> own = books.computeIfAbsent(
                            new BudgetId(row.getObject("budget", UUID.class)), _ -> new HashMap<>());
                    own.merge(place(row), BigDecimal.valueOf(row.getLong("pence"), 2), BigDecimal::add);
                });
        books.values().forEach(own -> own.values().removeIf(amount -> amount.signum() == 0));
        return books;
    }

    private static Place place(ResultSet row) throws SQLException {
        UUID custody = row.getObject("custody", UUID.class);
        UUID ringFence = row.getObject("ring_fence", UUID.class);
        String line = row.getString("plan_line");
        String period = row.getString("service_period");
        return Place.of(
                row.getInt("account"),
                Source.valueOf(row.getString("source")),
                Funder.valueOf(row.getString("book")),
                custody == null ? null : new AccountId(custody),
                ringFence == null ? null : new PaymentId(ringFence),
                line == null ? null : new LineId(line),
                period(period));
    }

    private static @Nullable PeriodId period(@Nullable String period) {
        return period == null ? null : PeriodId.parse(period);
    }

    /** For each table a digest of all its rows in a fixed order, as PostgreSQL writes them. */
    Map<String, String> bytes() throws Exception {
        List<String> tables = JdbcClient.create(database)
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'read' AND tablename NOT LIKE 'flyway%'")
                .query(String.class)
                .list();
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            for (String table : tables) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "COPY (SELECT * FROM read." + table + " AS t ORDER BY t) TO STDOUT",
                                new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                digests.put(table, HexFormat.of().formatHex(digest.digest()));
            }
        }
        return digests;
    }
}
