package org.personalbudget.projections.reclaims;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.JudgementEvent.SpendReclaimed;
import org.personalbudget.ledger.budget.ReclaimEvent.*;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.budget.RecoveryEvent.ReceiptApplied;
import org.personalbudget.ledger.budget.ReliefOf;
import org.personalbudget.ledger.budget.TakeOnEvent.ItemTakenOn;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Rows;

/** Reclaims of one page of the log: those that are new, and for each that changed, all its changes as one. */
final class ReclaimRows {

    /** What the events of a page did to one reclaim; null is no change. */
    private static final class Change {
        private @Nullable Long amount;
        private @Nullable String standing;
        private @Nullable String reconsideration;
        private @Nullable LocalDate decidedOn;
        private @Nullable Attribution rule;
        private long clientPart;
        private long received;
        private long relieved;
    }

    private final Rows notices = Rows.of(
            "uuid",
            "uuid",
            "int8",
            "timestamptz",
            "uuid",
            "text",
            "uuid",
            "text",
            "date",
            "date",
            "text",
            "int8",
            "int4",
            "int8",
            "text",
            "text");
    private final Map<ReclaimId, Change> changes = new LinkedHashMap<>();

    void notice(ReclaimNoticeGiven e, Posted posted) {
        notices.add(
                e.reclaim(),
                e.budget(),
                posted.position(),
                posted.recorded().recordedAt(),
                e.account(),
                e.reclaimKind(),
                null,
                e.payer(),
                e.payBy(),
                e.reconsiderBy(),
                e.by().value(),
                e.figures().surplus().pence(),
                e.figures().capWeeks(),
                e.amount().pence(),
                "NOTICED",
                "NOT_ASKED");
    }

    void misuse(SpendReclaimed e, Posted posted) {
        notices.add(
                e.reclaim(),
                e.budget(),
                posted.position(),
                posted.recorded().recordedAt(),
                e.account(),
                ReclaimKind.MISUSE,
                e.spend(),
                e.payer(),
                e.payBy(),
                e.reconsiderBy(),
                e.by().value(),
                null,
                null,
                e.split().total().pence(),
                "DECIDED",
                "NOT_ASKED");
        change(e.reclaim(), it -> it.decidedOn = e.effectiveOn());
    }

    void takenOn(ItemTakenOn e, Posted posted) {
        notices.add(
                e.reference(),
                e.budget(),
                posted.position(),
                posted.recorded().recordedAt(),
                null,
                null,
                null,
                null,
                e.item().dueOn(),
                null,
                null,
                null,
                null,
                e.item().part().amount().pence(),
                "DECIDED",
                "DECIDED");
    }

    void asked(ReconsiderationAsked e) {
        change(e.reclaim(), it -> it.reconsideration = "ASKED");
    }

    void reconsidered(ReconsiderationDecided e) {
        change(e.reclaim(), it -> {
            it.reconsideration = "DECIDED";
            it.amount = e.amount().pence();
        });
    }

    void withdrawn(ReclaimNoticeWithdrawn e) {
        change(e.reclaim(), it -> it.standing = "WITHDRAWN");
    }

    void decided(ReclaimDecided e) {
        change(e.reclaim(), it -> {
            it.standing = "DECIDED";
            it.amount = e.split().total().pence();
            it.decidedOn = e.effectiveOn();
            it.rule = e.rule();
            it.clientPart += e.clientPart().pence();
        });
    }

    void received(ReclaimReceived e) {
        change(e.reclaim(), it -> it.received += e.split().total().pence());
    }

    void receipt(ReceiptApplied e) {
        if (e.to() != ReceiptTarget.RECLAIM || e.reference() == null) return;
        change(
                new ReclaimId(e.reference()),
                it -> it.received += e.split().total().pence());
    }

    void relieved(ReliefApproved e) {
        if (e.of() != ReliefOf.RECLAIM || e.reclaim() == null) return;
        change(
                Objects.requireNonNull(e.reclaim()),
                it -> it.relieved += e.split().total().pence());
    }

    private void change(ReclaimId reclaim, Consumer<Change> change) {
        change.accept(changes.computeIfAbsent(reclaim, _ -> new Change()));
    }

    void store(Connection connection) throws SQLException {
        notices.send(connection, """
                INSERT INTO reclaim (reclaim, budget, position, recorded_at, account, kind, spend, payer, pay_by,
                     reconsider_by, notice_by, surplus, cap_weeks, demanded, amount, standing, reconsideration,
                     client_part, received, relieved)
                SELECT reclaim, budget, position, recorded_at, account, kind, spend, payer, pay_by, reconsider_by,
                     notice_by, surplus, cap_weeks, demanded, demanded, standing, reconsideration, 0, 0, 0
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                     AS r (reclaim, budget, position, recorded_at, account, kind, spend, payer, pay_by, reconsider_by,
                           notice_by, surplus, cap_weeks, demanded, standing, reconsideration)
                """);
        Rows rows = Rows.of("uuid", "int8", "text", "text", "date", "text", "int8", "int8", "int8");
        changes.forEach((reclaim, it) -> rows.add(
                reclaim,
                it.amount,
                it.standing,
                it.reconsideration,
                it.decidedOn,
                it.rule,
                it.clientPart,
                it.received,
                it.relieved));
        rows.send(connection, """
                UPDATE reclaim AS r
                SET amount = coalesce(c.amount, r.amount),
                    standing = coalesce(c.standing,
                        CASE WHEN c.amount = 0 AND r.standing = 'NOTICED' THEN 'WITHDRAWN' ELSE r.standing END),
                    reconsideration = coalesce(c.reconsideration, r.reconsideration),
                    decided_on = coalesce(c.decided_on, r.decided_on),
                    rule = coalesce(c.rule, r.rule),
                    client_part = r.client_part + c.client_part,
                    received = r.received + c.received,
                    relieved = r.relieved + c.relieved
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                     AS c (reclaim, amount, standing, reconsideration, decided_on, rule, client_part, received, relieved)
                WHERE r.reclaim = c.reclaim
                """);
    }
}
