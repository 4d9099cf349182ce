package org.personalbudget.projections.payruns;

import static org.personalbudget.projections.Columns.*;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of a run goes to bank details of which something else is known by now. */
public final class ChangedDetailsQuery {

    private final JdbcClient database;

    public ChangedDetailsQuery(JdbcClient database) {
        this.database = database;
    }

    /**
     * One item of a run.
     *
     * @param paidTo whether the details that it names are still in force
     * @param awaited a version that is proposed or cools off, of which the run does not say so yet; or null
     */
    public record Changed(
            int number,
            PaymentId payment,
            Channel channel,
            Money amount,
            boolean paidTo,
            @Nullable Integer awaited) {}

    /** The first of them, in the order of the run; what was dropped is not looked at again. */
    public List<Changed> of(PayRunId run, Instant at, int limit) {
        return database.sql("""
                        SELECT i.number, i.payment, i.channel, i.amount, later.version AS awaited,
                               coalesce(now.version = i.details AND now.standing = 'APPROVED', false) AS paid_to
                        FROM read.pay_run_item AS i
                        LEFT JOIN LATERAL (
                            SELECT version, standing FROM read.bank_details AS d
                            WHERE d.payee = i.payee AND d.in_force_from <= :at ORDER BY version DESC LIMIT 1) AS now
                            ON true
                        LEFT JOIN LATERAL (
                            SELECT version FROM read.bank_details AS d
                            WHERE d.payee = i.payee
                              AND (d.standing = 'PROPOSED' OR (d.standing = 'APPROVED' AND d.in_force_from > :at))
                            ORDER BY version DESC LIMIT 1) AS later ON true
                        WHERE i.run = :run AND i.channel = 'BANK' AND i.dropped IS NULL
                          AND (now.version IS DISTINCT FROM i.details OR now.standing IS DISTINCT FROM 'APPROVED'
                               OR (later.version IS NOT NULL AND later.version IS DISTINCT FROM i.awaited))
                        ORDER BY i.number LIMIT :limit
                        """)
                .param("run", run.value())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Changed(
                        row.getInt("number"),
                        new PaymentId(uuid(row, "payment")),
                        Channel.valueOf(text(row, "channel")),
                        money(row, "amount"),
                        row.getBoolean("paid_to"),
                        row.getObject("awaited", Integer.class)))
                .list();
    }
}
