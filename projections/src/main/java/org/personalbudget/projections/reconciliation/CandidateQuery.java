package org.personalbudget.projections.reconciliation;

import static org.personalbudget.ledger.statement.StatementAccount.BANK;
import static org.personalbudget.ledger.statement.StatementAccount.CARD_PROGRAMME;
import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PersonRef;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the lines of an account may be. */
public final class CandidateQuery {

    private static final String EXPECTED = """
            SELECT kind, id, amount, on_day, budget, attempt, left_bank, run, NULL::uuid AS subject, 0 AS claims,
                   NULL::text AS event_type
            FROM read.bank_expected
            WHERE account = :account AND open AND kind <> 'CONTRIBUTION' AND amount <> 0
            """;
    private static final String CONTRIBUTIONS = """
            SELECT 'CONTRIBUTION' AS kind, id, amount, on_day, budget, NULL::int AS attempt, false AS left_bank,
                   NULL::uuid AS run, NULL::uuid AS subject, 0 AS claims, NULL::text AS event_type
            FROM (SELECT e.*, sum(e.amount) OVER (PARTITION BY e.budget ORDER BY e.on_day, e.id) AS through,
                         coalesce(r.amount, 0) AS received
                  FROM read.bank_expected AS e
                       LEFT JOIN read.bank_expected AS r ON r.kind = 'RECEIVED' AND r.id = e.budget
                  WHERE e.kind = 'CONTRIBUTION'
                    AND e.budget IN (SELECT budget FROM read.bank_expected
                                     WHERE kind = 'CONTRIBUTION' AND account = :account)) AS dues
            WHERE account = :account AND through > received AND amount > 0
            """;
    private static final String MOVEMENTS = """
            SELECT 'MOVEMENT' AS kind, event AS id, amount, effective_on AS on_day, budget, attempt, false AS left_bank,
                   (SELECT i.run FROM read.pay_run_item AS i JOIN read.pay_run AS r USING (run)
                    WHERE v.event_type = 'PaymentSettled' AND i.payment = v.subject AND i.attempt = v.attempt
                      AND i.dropped IS NULL AND r.standing <> 'CANCELLED'
                    ORDER BY r.position DESC LIMIT 1) AS run,
                   subject,
                   (SELECT count(*) FROM read.bank_match AS m
                    WHERE m.effect = 'Confirms' AND m.account = v.account AND m.subject = v.event)::int AS claims, event_type
            FROM read.bank_movement AS v
            WHERE account = :account AND statement IS NULL AND NOT cancelled
            """;
    private static final String OWED_TO_COUNCIL = """
            SELECT 'RECLAIM' AS kind, reclaim AS id, amount - received - relieved AS amount, decided_on AS on_day, budget,
                   NULL::int AS attempt, false AS left_bank, NULL::uuid AS run, NULL::uuid AS subject, 0 AS claims,
                   NULL::text AS event_type
            FROM read.reclaim WHERE standing = 'DECIDED' AND amount > received + relieved AND decided_on IS NOT NULL
            UNION ALL
            SELECT 'RECHARGE', recharge, amount - paid, (recorded_at AT TIME ZONE 'UTC')::date, budget,
                   NULL, false, NULL, NULL, 0, NULL
            FROM read.recharge WHERE amount > paid
            """;

    private final JdbcClient database;

    public CandidateQuery(JdbcClient database) {
        this.database = database;
    }

    /** Everything that a line of this account may be. */
    public List<OpenEntry> of(StatementAccount account) {
        String owed = account.equals(BANK) ? " UNION ALL " + OWED_TO_COUNCIL : "";
        return database.sql(EXPECTED + " UNION ALL " + CONTRIBUTIONS + " UNION ALL " + MOVEMENTS + owed)
                .param("account", account.value())
                .query(CandidateQuery::entry)
                .list();
    }

    private static OpenEntry entry(ResultSet row, int number) throws SQLException {
        return new OpenEntry(
                text(row, "kind"),
                uuid(row, "id"),
                money(row, "amount"),
                date(row, "on_day"),
                row.getObject("budget", UUID.class),
                row.getObject("attempt", Integer.class),
                row.getBoolean("left_bank"),
                row.getObject("run", UUID.class),
                row.getObject("subject", UUID.class),
                row.getInt("claims"),
                row.getString("event_type"));
    }

    /** For these accounts of others, the budgets for which they paid, or were paid, at this account before. */
    public Map<UUID, Set<LineDigest>> counterparties(StatementAccount account, Collection<LineDigest> others) {
        Map<UUID, Set<LineDigest>> known = new HashMap<>();
        database.sql("""
                        SELECT DISTINCT m.budget, l.counterparty
                        FROM read.bank_line AS l JOIN read.bank_match AS m USING (statement, line)
                        WHERE l.account = :account AND NOT m.undone AND m.budget IS NOT NULL AND l.counterparty = ANY (:others)
                        """)
                .param("account", account.value())
                .param(
                        "others",
                        others.stream().map(LineDigest::value).distinct().toArray(String[]::new))
                .query(row -> {
                    known.computeIfAbsent(uuid(row, "budget"), _ -> new HashSet<>())
                            .add(new LineDigest(text(row, "counterparty")));
                });
        return known;
    }

    /** The account as its statements have named it, if there are any. */
    public Optional<LineDigest> ownerOf(StatementAccount account) {
        return database.sql("SELECT owner FROM read.bank_statement WHERE account = :account ORDER BY position LIMIT 1")
                .param("account", account.value())
                .query((row, _) -> new LineDigest(text(row, "owner")))
                .optional();
    }

    /** The council's own accounts of which statements are known, by the name that their files give them. */
    public Map<LineDigest, StatementAccount> own() {
        Map<LineDigest, StatementAccount> own = new HashMap<>();
        database.sql("SELECT DISTINCT owner, account FROM read.bank_statement WHERE account = ANY (:council)")
                .param("council", new String[] {BANK.value(), CARD_PROGRAMME.value()})
                .query(row -> {
                    own.put(new LineDigest(text(row, "owner")), new StatementAccount(text(row, "account")));
                });
        return own;
    }

    /** The accounts whose statements name them so: one, unless two accounts were given statements of the same. */
    public List<StatementAccount> named(LineDigest owner) {
        return database.sql("SELECT DISTINCT account FROM read.bank_statement WHERE owner = :owner ORDER BY account")
                .param("owner", owner.value())
                .query((row, _) -> new StatementAccount(text(row, "account")))
                .list();
    }

    /** Whose each of these budgets is, and who holds accounts of it. */
    public Map<UUID, Set<PersonRef>> people(Collection<UUID> budgets) {
        Map<UUID, Set<PersonRef>> people = new HashMap<>();
        database.sql("""
                        SELECT budget, person FROM read.budget WHERE budget = ANY (:budgets)
                        UNION SELECT budget, holder FROM read.account WHERE budget = ANY (:budgets) AND holder IS NOT NULL
                        """).param("budgets", budgets.toArray(UUID[]::new)).query(row -> {
            people.computeIfAbsent(uuid(row, "budget"), _ -> new HashSet<>()).add(new PersonRef(text(row, "person")));
        });
        return people;
    }

    /** Whose custody account this is, if it is one that holds money. */
    public Optional<PersonRef> personOf(UUID account) {
        return database.sql("""
                        SELECT b.person FROM read.account AS a JOIN read.budget AS b USING (budget)
                        WHERE a.account = :account AND a.kind NOT IN ('COUNCIL_MANAGED', 'NOTIONAL')
                        """)
                .param("account", account)
                .query((row, _) -> new PersonRef(text(row, "person")))
                .optional();
    }

    /** The budget of a custody account that holds money, if there is such an account. */
    public Optional<BudgetId> budgetOf(UUID account) {
        return database.sql("""
                        SELECT budget FROM read.account
                        WHERE account = :account AND kind NOT IN ('COUNCIL_MANAGED', 'NOTIONAL')
                        """)
                .param("account", account)
                .query((row, _) -> new BudgetId(uuid(row, "budget")))
                .optional();
    }
}
