package org.personalbudget.projections.reconciliation;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.reconciliation.Proof.Item;
import org.personalbudget.projections.reconciliation.Proof.Why;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The proof of an account (law 4): what the ledger has less what the bank has is the sum of things with a name. The
 * ledger's side is the journal's, so that it owes nothing to what is to be proved.
 */
public final class ProofQuery {

    private static final String LEDGER = """
            SELECT coalesce(sum(debit - credit), 0) FROM read.journal_line
            WHERE account = :code AND effective_on <= :on AND recorded_at <= :known
            """;
    private static final String CUSTODY = """
            SELECT coalesce(sum(debit - credit), 0) FROM read.journal_line
            WHERE account IN (1200, 1205, 1215, 1220) AND custody = :custody AND effective_on <= :on
              AND recorded_at <= :known
              AND budget = (SELECT a.budget FROM read.account AS a WHERE a.account = :custody)
            """;

    /** The chain as it was: a statement that comes later and fits in between had left a gap until it came. */
    private static final String CHAIN = """
            chain AS (
                SELECT statement, from_on, to_on, position, joined_opening,
                       joined_opening - lag(joined_closing) OVER (ORDER BY to_on, position) AS gap
                FROM read.bank_statement WHERE account = :account AND recorded_at <= :known),
            counted AS (SELECT * FROM chain WHERE from_on <= :on)
            """;

    private static final String BANK = "WITH " + CHAIN + """
            SELECT (SELECT joined_opening FROM counted ORDER BY to_on, position LIMIT 1)
                 + (SELECT coalesce(sum(amount), 0) FROM read.bank_line
                    WHERE account = :account AND status = 'BOOKED' AND booked_on <= :on AND recorded_at <= :known)
                 + (SELECT coalesce(sum(gap), 0) FROM counted)
            """;

    /** Lines and movements, each with the match that stood. Looked up one by one, so that no plan can go far wrong. */
    private static final String AS_IT_WAS =
            """
            line AS (
                SELECT l.*, EXISTS (SELECT FROM read.bank_match AS m
                                    WHERE m.statement = l.statement AND m.line = l.line AND {STOOD}) AS matched
                FROM read.bank_line AS l
                WHERE l.account = :account AND l.status = 'BOOKED' AND l.booked_on <= :on AND l.recorded_at <= :known),
            movement AS (
                SELECT v.position, v.event_type, v.budget, v.subject, v.amount, v.effective_on,
                       shown.statement, shown.line
                FROM read.bank_movement AS v
                     LEFT JOIN LATERAL (
                         SELECT m.statement, m.line FROM read.bank_match AS m
                         WHERE m.effect_id = v.command AND m.account = v.account AND {STOOD}
                         UNION ALL
                         SELECT m.statement, m.line FROM read.bank_match AS m
                         WHERE m.mirror_id = v.command AND m.account = v.account AND {STOOD}
                         UNION ALL
                         SELECT m.statement, m.line FROM read.bank_match AS m
                         WHERE m.effect = 'Confirms' AND m.subject = v.event AND m.account = v.account AND {STOOD}
                         LIMIT 1) AS shown ON true
                WHERE v.account = :account AND v.effective_on <= :on AND v.recorded_at <= :known
                  AND NOT (v.cancelled AND EXISTS (
                      SELECT FROM read.bank_match AS m
                           JOIN read.bank_movement AS back ON back.command = m.mirror_id AND back.account = m.account
                      WHERE m.account = v.account AND (m.effect_id = v.command OR m.mirror_id = v.command)
                        AND back.recorded_at <= :known)))
            """.replace("{STOOD}", "m.matched_at <= :known AND (m.undone_at IS NULL OR m.undone_at > :known)");

    private static final String ITEMS = "WITH " + CHAIN + ", " + AS_IT_WAS + """
            SELECT 'OPENING_BALANCE' AS why, -joined_opening AS amount, from_on AS since, statement, NULL::int AS line,
                   NULL::bigint AS position, NULL::text AS event_type, NULL::uuid AS budget, NULL::uuid AS subject
            FROM (SELECT * FROM counted ORDER BY to_on, position LIMIT 1) AS first_known
            WHERE joined_opening <> 0
            UNION ALL
            SELECT 'GAP', -gap, from_on, statement, NULL, NULL, NULL, NULL, NULL FROM counted WHERE gap <> 0
            UNION ALL
            SELECT 'LINE_NOT_IN_LEDGER', -amount, booked_on, statement, line, NULL, NULL, NULL, NULL
            FROM line WHERE NOT matched
            UNION ALL
            SELECT 'MOVEMENT_NOT_AT_BANK', amount, effective_on, NULL, NULL, position, event_type, budget, subject
            FROM movement WHERE statement IS NULL
            UNION ALL
            SELECT 'MATCHED_OTHERWISE', sum(amount)::bigint, min(since), statement, line, NULL, NULL, NULL, NULL
            FROM (SELECT statement, line, amount, effective_on AS since FROM movement WHERE statement IS NOT NULL
                  UNION ALL
                  SELECT statement, line, -amount, booked_on FROM line WHERE matched) AS both_sides
            GROUP BY statement, line HAVING sum(amount) <> 0
            ORDER BY since, why, position, statement, line
            """;

    private final JdbcClient database;

    public ProofQuery(JdbcClient database) {
        this.database = database;
    }

    /** As it was known then: what came, was matched or was undone later does not count. */
    public Proof of(StatementAccount account, AsOf asOf) {
        LocalDate on = asOf.effective();
        Money ledger = Money.ofPence(ledger(account, asOf));
        Long bank = asked(BANK, asOf)
                .param("account", account.value())
                .query(Long.class)
                .optional()
                .orElse(null);
        List<Item> items = asked(ITEMS, asOf)
                .param("account", account.value())
                .query((row, _) -> item(row, on))
                .list();
        Money there = bank == null ? Money.ZERO : Money.ofPence(bank);
        Money difference = ledger.minus(there);
        Money named = items.stream().map(Item::amount).reduce(Money.ZERO, Money::plus);
        return new Proof(
                account.value(),
                on,
                asOf.known(),
                ledger,
                bank == null ? null : there,
                difference,
                items,
                difference.minus(named));
    }

    private long ledger(StatementAccount account, AsOf asOf) {
        return account.custody()
                .map(custody -> asked(CUSTODY, asOf).param("custody", custody.value()))
                .orElseGet(() -> asked(LEDGER, asOf).param("code", Integer.parseInt(account.value())))
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, AsOf asOf) {
        return database.sql(sql).param("on", asOf.effective()).param("known", asOf.knownUtc());
    }

    private static Item item(ResultSet row, LocalDate on) throws SQLException {
        LocalDate since = date(row, "since");
        return new Item(
                Why.valueOf(text(row, "why")),
                money(row, "amount"),
                since,
                ChronoUnit.DAYS.between(since, on),
                row.getObject("statement", UUID.class),
                number(row, "line"),
                row.getObject("position", Long.class),
                row.getString("event_type"),
                row.getObject("budget", UUID.class),
                row.getObject("subject", UUID.class));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
