package org.personalbudget.projections.payruns;

import static org.personalbudget.projections.Columns.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payrun.ControlTotals;
import org.personalbudget.ledger.payrun.ExclusionReason;
import org.personalbudget.ledger.payrun.PayRunDates;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.PayRunKind;
import org.personalbudget.ledger.payrun.PayRunState;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.payruns.PayRunView.Excluded;
import org.personalbudget.projections.payruns.PayRunView.Item;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs, what is in them, and what is left out. */
public final class PayRunQuery {

    private final JdbcClient database;

    public PayRunQuery(JdbcClient database) {
        this.database = database;
    }

    public Optional<PayRunView> find(PayRunId run) {
        return database.sql("SELECT * FROM read.pay_run WHERE run = :run")
                .param("run", run.value())
                .query((row, number) -> view(row))
                .optional();
    }

    /**
     * Runs, the newest first.
     *
     * @param before the cursor; 0 starts at the newest
     */
    public Listed<PayRunView> list(long before, int limit) {
        List<PayRunView> runs = database.sql("""
                        SELECT * FROM read.pay_run WHERE :before = 0 OR position < :before
                        ORDER BY position DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("limit", limit + 1)
                .query((row, number) -> view(row))
                .list();
        return Listed.page(runs, limit, PayRunView::position);
    }

    /** Runs that are approved, and whose payments are not all submitted yet. */
    public List<PayRunId> unfinished() {
        return database.sql("SELECT run FROM read.pay_run WHERE standing = 'APPROVED' ORDER BY position")
                .query((row, number) -> new PayRunId(uuid(row, "run")))
                .list();
    }

    /** What is in a run, from the number after the cursor. */
    public Listed<Item> items(PayRunId run, long after, int limit) {
        return Listed.page(
                select("", run, after, limit), limit, each -> each.item().number());
    }

    /** What came in with one part of a run, but for what was dropped. */
    public List<PayRunItem> part(PayRunId run, int part) {
        return database.sql("""
                        SELECT * FROM read.pay_run_item WHERE run = :run AND part = :part AND dropped IS NULL
                        ORDER BY number
                        """)
                .param("run", run.value())
                .param("part", part)
                .query((row, number) -> item(row))
                .list();
    }

    /** What came in with one part of a run, what was dropped of it included. */
    public List<Item> wholePart(PayRunId run, int part) {
        return database.sql("SELECT * FROM read.pay_run_item WHERE run = :run AND part = :part ORDER BY number")
                .param("run", run.value())
                .param("part", part)
                .query((row, number) -> new Item(item(row), row.getString("dropped")))
                .list();
    }

    /** What of a run was rejected or came back, and nobody has tried again since. */
    public List<PayRunItem> returned(PayRunId run) {
        return database.sql("""
                        SELECT i.* FROM read.pay_run_item AS i
                             JOIN read.payment_due AS d ON d.payment = i.payment AND d.attempt = i.attempt
                        WHERE i.run = :run AND i.dropped IS NULL AND d.standing = 'RETURNED' ORDER BY i.number
                        """)
                .param("run", run.value())
                .query((row, number) -> item(row))
                .list();
    }

    /** What of it is paid to old details while a change waits. */
    public Listed<Item> alerts(PayRunId run, long after, int limit) {
        return Listed.page(
                select("AND awaited IS NOT NULL", run, after, limit),
                limit,
                each -> each.item().number());
    }

    /** What of it could not be paid any more when it was to be approved, or went out. */
    public Listed<Item> dropped(PayRunId run, long after, int limit) {
        return Listed.page(
                select("AND dropped IS NOT NULL", run, after, limit),
                limit,
                each -> each.item().number());
    }

    private List<Item> select(String which, PayRunId run, long after, int limit) {
        return database.sql("SELECT * FROM read.pay_run_item WHERE run = :run AND number > :after " + which
                        + " ORDER BY number LIMIT :limit")
                .param("run", run.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, number) -> new Item(item(row), row.getString("dropped")))
                .list();
    }

    /** How many of its items raise an alert. */
    public int alerts(PayRunId run) {
        return database.sql("SELECT count(*)::int FROM read.pay_run_item WHERE run = :run AND awaited IS NOT NULL")
                .param("run", run.value())
                .query(Integer.class)
                .single();
    }

    public Listed<Excluded> excluded(PayRunId run, long after, int limit) {
        List<Excluded> excluded = database.sql("""
                        SELECT * FROM (SELECT *, row_number() OVER (ORDER BY position, ordinal) AS place
                                       FROM read.pay_run_excluded WHERE run = :run) AS e
                        WHERE place > :after ORDER BY place LIMIT :limit
                        """)
                .param("run", run.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, number) -> excluded(row))
                .list();
        return Listed.page(excluded, limit, Excluded::cursor);
    }

    /** The attempts that a reference of 18 characters may stand for, the newest run first. */
    public List<PayRunItem> byBacsReference(String reference) {
        return database.sql("""
                        SELECT i.* FROM read.pay_run_item AS i JOIN read.pay_run AS r ON r.run = i.run
                        WHERE i.bacs_reference = :reference AND i.dropped IS NULL AND r.standing <> 'CANCELLED'
                        ORDER BY r.position DESC
                        """)
                .param("reference", reference)
                .query((row, number) -> item(row))
                .list();
    }

    /** The run in which an attempt went out, if one did. */
    public Optional<PayRunView> runOf(PaymentId payment, int attempt) {
        return database.sql("""
                        SELECT r.* FROM read.pay_run AS r JOIN read.pay_run_item AS i ON i.run = r.run
                        WHERE i.payment = :payment AND i.attempt = :attempt AND i.dropped IS NULL
                          AND r.standing IN ('APPROVED', 'RELEASED', 'SUBMITTED')
                        """)
                .param("payment", payment.value())
                .param("attempt", attempt)
                .query((row, number) -> view(row))
                .optional();
    }

    static BankPayee payee(ResultSet row) throws SQLException {
        return new BankPayee(BankPayee.Kind.valueOf(text(row, "payee_kind")), uuid(row, "payee"));
    }

    private static PayRunItem item(ResultSet row) throws SQLException {
        return new PayRunItem(
                row.getInt("number"),
                new PaymentId(uuid(row, "payment")),
                row.getInt("attempt"),
                new BudgetId(uuid(row, "budget")),
                payee(row),
                PaymentPurpose.valueOf(text(row, "purpose")),
                Channel.valueOf(text(row, "channel")),
                row.getObject("details", Integer.class),
                row.getObject("awaited", Integer.class),
                date(row, "due_on"),
                money(row, "amount"));
    }

    private static Excluded excluded(ResultSet row) throws SQLException {
        return new Excluded(
                row.getLong("place"),
                new BudgetId(uuid(row, "budget")),
                row.getObject("payee", UUID.class) == null ? null : payee(row),
                uuidOrNull(row, "payment", PaymentId::new),
                money(row, "amount"),
                ExclusionReason.valueOf(text(row, "reason")),
                row.getString("code"));
    }

    private static PayRunView view(ResultSet row) throws SQLException {
        return new PayRunView(
                new PayRunId(uuid(row, "run")),
                row.getLong("position"),
                PayRunKind.valueOf(text(row, "kind")),
                date(row, "due_by"),
                textOrNull(row, "period", PeriodId::parse),
                new PayRunDates(date(row, "input_on"), date(row, "processing_on"), date(row, "pay_on")),
                PayRunState.Standing.valueOf(text(row, "standing")),
                row.getInt("parts"),
                row.getInt("submitted_parts"),
                new ControlTotals(
                        row.getInt("payments"), money(row, "amount"), row.getInt("loads"), money(row, "loaded")),
                released(row),
                row.getString("hash"),
                row.getString("built_hash"),
                text(row, "built_by"),
                instant(row, "opened_at"),
                date(row, "opened_on"),
                row.getString("approved_by"),
                instantOrNull(row, "approved_at"),
                row.getString("submitted_by"),
                instantOrNull(row, "submitted_at"));
    }

    private static @Nullable ControlTotals released(ResultSet row) throws SQLException {
        if (row.getObject("released_payments") == null) return null;
        return new ControlTotals(
                row.getInt("released_payments"),
                money(row, "released_amount"),
                row.getInt("released_loads"),
                money(row, "released_loaded"));
    }
}
