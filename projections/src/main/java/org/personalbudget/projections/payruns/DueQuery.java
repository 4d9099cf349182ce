package org.personalbudget.projections.payruns;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetails;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payrun.Candidate;
import org.personalbudget.ledger.payrun.PayRunKind;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs are made of: payments that are due, and accounts that a period's instalment is due to. */
public final class DueQuery {

    private static final String SUSPENDED = """
            EXISTS (SELECT 1 FROM read.paid_suspension AS s
                    WHERE s.budget = x.budget AND s.from_on + s.paid_days <= :today
                      AND (s.until_on IS NULL OR :today < s.until_on))
            """;

    private static final String CANDIDATES = """
            SELECT x.*, now.version, now.standing AS version_standing,
                   later.version AS awaited, later.standing AS awaited_standing,
                   b.last_day, coalesce(b.died, false) AS died, b.death_query IS NOT NULL AS queried,
                   {SUSPENDED} AS suspended,
                   EXISTS (SELECT 1 FROM read.pay_run_item AS i JOIN read.pay_run AS r ON r.run = i.run
                           WHERE i.payment = x.payment AND i.attempt = x.attempt AND i.dropped IS NULL
                             AND r.standing <> 'CANCELLED' AND r.run <> :run) AS elsewhere
            FROM read.payment_due AS x
            LEFT JOIN read.paid_budget AS b ON b.budget = x.budget
            LEFT JOIN LATERAL (
                SELECT version, standing FROM read.bank_details AS d
                WHERE d.payee = x.payee AND d.in_force_from <= :at ORDER BY version DESC LIMIT 1) AS now ON true
            LEFT JOIN LATERAL (
                SELECT version, standing FROM read.bank_details AS d
                WHERE d.payee = x.payee
                  AND (d.standing = 'PROPOSED' OR (d.standing = 'APPROVED' AND d.in_force_from > :at))
                ORDER BY version DESC LIMIT 1) AS later ON true
            WHERE x.standing = 'INSTRUCTED' AND x.purpose = ANY(:purposes) AND x.due_on <= :due AND x.position > :after
            ORDER BY x.position LIMIT :limit
            """.replace("{SUSPENDED}", SUSPENDED);

    private static final String ACCOUNTS = """
            SELECT x.account, x.budget, x.position, coalesce(b.died, false) AS died, b.last_day,
                   {SUSPENDED} AS suspended
            FROM read.account AS x
            LEFT JOIN read.paid_budget AS b ON b.budget = x.budget
            WHERE x.kind = ANY(:kinds) AND x.starts_on <= :last
              AND (x.last_day IS NULL OR x.last_day >= :first)
              AND (b.last_day IS NULL OR b.last_day >= :recent)
              AND x.position > :after
              AND NOT EXISTS (SELECT 1 FROM read.payment_due AS d
                              WHERE d.payee = x.account AND d.service_period = :period AND d.regular
                                AND d.standing <> 'CANCELLED')
            ORDER BY x.position LIMIT :limit
            """.replace("{SUSPENDED}", SUSPENDED);

    /** A budget that ended longer ago is not named in every run any more. */
    private static final int RECENT_WEEKS = 13;

    private final JdbcClient database;

    public DueQuery(JdbcClient database) {
        this.database = database;
    }

    /**
     * Payments of a kind that wait to be handed over.
     *
     * @param due the last day on which they may be due
     * @param today for which suspensions hold
     * @param at for which bank details hold
     * @param run the run they are looked for: what it has already is not elsewhere
     * @param after the place of the last one seen; 0 to begin
     */
    public List<Candidate> candidates(
            PayRunKind kind, LocalDate due, LocalDate today, Instant at, java.util.UUID run, long after, int limit) {
        return database.sql(CANDIDATES)
                .param("today", today)
                .param("run", run)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("purposes", kind.purposes().stream().map(Enum::name).toArray(String[]::new))
                .param("due", due)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> candidate(row))
                .list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        PeriodId period = PeriodId.parse(text(row, "service_period"));
        return new Candidate(
                row.getLong("position"),
                new PaymentId(uuid(row, "payment")),
                row.getInt("attempt"),
                new BudgetId(uuid(row, "budget")),
                new BankPayee(BankPayee.Kind.valueOf(text(row, "payee_kind")), uuid(row, "payee")),
                PaymentPurpose.valueOf(text(row, "purpose")),
                Channel.valueOf(text(row, "channel")),
                PeriodCalendar.standard().period(period).first(),
                date(row, "due_on"),
                money(row, "amount"),
                row.getObject("version", Integer.class),
                textOrNull(row, "version_standing", BankDetails.Standing::valueOf),
                row.getObject("awaited", Integer.class),
                textOrNull(row, "awaited_standing", BankDetails.Standing::valueOf),
                dateOrNull(row, "last_day"),
                row.getBoolean("died"),
                row.getBoolean("queried"),
                row.getBoolean("suspended"),
                row.getBoolean("elsewhere"));
    }

    /**
     * An account that a regular instalment of a period may be due to.
     *
     * @param lastDay of the budget, or null
     * @param suspended whether nothing of the budget is paid for today
     */
    public record PayingAccount(
            long position,
            AccountId account,
            BudgetId budget,
            @Nullable LocalDate lastDay,
            boolean died,
            boolean suspended) {}

    /**
     * Accounts that hold money and were open in a period, but for those that have its instalment already. Those whose
     * instalment was called off are among them, so that their budget says so.
     */
    public List<PayingAccount> accounts(Period period, LocalDate today, String[] kinds, long after, int limit) {
        return database.sql(ACCOUNTS)
                .param("today", today)
                .param("kinds", kinds)
                .param("first", period.first())
                .param("last", period.last())
                .param("recent", period.first().minusWeeks(RECENT_WEEKS))
                .param("period", period.id().toString())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new PayingAccount(
                        row.getLong("position"),
                        new AccountId(uuid(row, "account")),
                        new BudgetId(uuid(row, "budget")),
                        dateOrNull(row, "last_day"),
                        row.getBoolean("died"),
                        row.getBoolean("suspended")))
                .list();
    }

    /** The question whether somebody has died, while nobody has found out. */
    public record DeathQuery(PaymentId paymentId, LocalDate on) {}

    public Optional<DeathQuery> deathQuery(BudgetId budget) {
        return database.sql("SELECT * FROM read.paid_budget WHERE budget = :budget AND death_query IS NOT NULL")
                .param("budget", budget.value())
                .query((row, number) ->
                        new DeathQuery(new PaymentId(uuid(row, "death_query")), date(row, "death_queried_on")))
                .optional();
    }
}
