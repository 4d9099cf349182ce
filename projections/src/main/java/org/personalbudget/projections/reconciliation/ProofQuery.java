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
            WHERE account = :code AND effective_on <= :on
            """;
    private static final String CUSTODY = """
            SELECT coalesce(sum(debit - credit), 0) FROM read.journal_line
            WHERE account IN (1200, 1205, 1215, 1220) AND custody = :custody AND effective_on <= :on
              AND budget = (SELECT a.budget FROM read.account AS a WHERE a.account = :custody)
            """;
    private static final String BANK = """
            SELECT (SELECT joined_opening FROM read.bank_statement
                    WHERE account = :account AND from_on <= :on ORDER BY to_on, position LIMIT 1)
                 + (SELECT coalesce(sum(amount), 0) FROM read.bank_line
                    WHERE account = :account AND status = 'BOOKED' AND booked_on <= :on)
                 + (SELECT coalesce(sum(gap), 0) FROM read.bank_statement WHERE account = :account AND from_on <= :on)
            """;
    private static final String ITEMS = """
            SELECT 'OPENING_BALANCE' AS why, -joined_opening AS amount, from_on AS since, statement, NULL::int AS line,
                   NULL::bigint AS position, NULL::text AS event_type, NULL::uuid AS budget, NULL::uuid AS subject
            FROM (SELECT * FROM read.bank_statement WHERE account = :account AND from_on <= :on
                  ORDER BY to_on, position LIMIT 1) AS first_known
            WHERE joined_opening <> 0
            UNION ALL
            SELECT 'GAP', -gap, from_on, statement, NULL, NULL, NULL, NULL, NULL
            FROM read.bank_statement WHERE account = :account AND from_on <= :on AND gap <> 0
            UNION ALL
            SELECT 'LINE_NOT_IN_LEDGER', -amount, booked_on, statement, line, NULL, NULL, NULL, NULL
            FROM read.bank_line
            WHERE account = :account AND status = 'BOOKED' AND rule IS NULL AND booked_on <= :on
            UNION ALL
            SELECT 'MOVEMENT_NOT_AT_BANK', amount, effective_on, NULL, NULL, position, event_type, budget, subject
            FROM read.bank_movement
            WHERE account = :account AND statement IS NULL AND NOT cancelled AND effective_on <= :on
            UNION ALL
            SELECT 'MATCHED_OTHERWISE', sum(amount)::bigint, min(since), statement, line, NULL, NULL, NULL, NULL
            FROM (SELECT statement, line, amount, effective_on AS since FROM read.bank_movement
                  WHERE account = :account AND statement IS NOT NULL AND effective_on <= :on
                  UNION ALL
                  SELECT statement, line, -amount, booked_on FROM read.bank_line
                  WHERE account = :account AND status = 'BOOKED' AND rule IS NOT NULL AND booked_on <= :on) AS both_sides
            GROUP BY statement, line HAVING sum(amount) <> 0
            ORDER BY since, why, position, statement, line
            """;

    private final JdbcClient database;

    public ProofQuery(JdbcClient database) {
        this.database = database;
    }

    public Proof of(StatementAccount account, LocalDate on) {
        Money ledger = Money.ofPence(ledger(account, on));
        Long bank = database.sql(BANK)
                .param("account", account.value())
                .param("on", on)
                .query(Long.class)
                .optional()
                .orElse(null);
        List<Item> items = database.sql(ITEMS)
                .param("account", account.value())
                .param("on", on)
                .query((row, _) -> item(row, on))
                .list();
        Money there = bank == null ? Money.ZERO : Money.ofPence(bank);
        Money difference = ledger.minus(there);
        Money named = items.stream().map(Item::amount).reduce(Money.ZERO, Money::plus);
        return new Proof(
                account.value(), on, ledger, bank == null ? null : there, difference, items, difference.minus(named));
    }

    private long ledger(StatementAccount account, LocalDate on) {
        return account.custody()
                .map(custody -> database.sql(CUSTODY)
                        .param("custody", custody.value())
                        .param("on", on)
                        .query(Long.class)
                        .single())
                .orElseGet(() -> database.sql(LEDGER)
                        .param("code", Integer.parseInt(account.value()))
                        .param("on", on)
                        .query(Long.class)
                        .single());
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
