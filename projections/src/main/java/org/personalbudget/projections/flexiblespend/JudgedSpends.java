package org.personalbudget.projections.flexiblespend;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.JudgementEvent.*;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.ReclaimEvent.ReconsiderationDecided;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.projections.reader.Rows;

/** What one page of events says about spends that are on record: amounts added up, and of all else the last word. */
final class JudgedSpends {

    private final Map<SpendId, Change> changes = new LinkedHashMap<>();
    private final Map<ReclaimId, SpendId> reclaims = new LinkedHashMap<>();
    private final Map<ReclaimId, Long> released = new HashMap<>();

    /** What a page changes about one spend; what it leaves alone is null. */
    private static final class Change {
        private long accepted;
        private long underQuery;
        private long reclaimed;
        private long refunded;
        private @Nullable String reasons;
        private @Nullable Integer policyVersion;
        private @Nullable LocalDate answerBy;
        private @Nullable Note question;
        private @Nullable Note answer;
        private @Nullable Boolean evidence;
        private @Nullable Category category;
        private @Nullable LineId line;
        private @Nullable OutcomeId outcome;
        private @Nullable Note judgement;
        private @Nullable ActorId judgedBy;

        void query(SpendQueried event) {
            long pence = event.split().total().pence();
            accepted -= pence;
            underQuery += pence;
            reasons = names(event.rules());
            policyVersion = event.policyVersion();
            answerBy = event.answerBy();
            question = event.question();
        }

        void answer(QueryAnswered event) {
            answer = event.answer();
            evidence = event.evidence();
        }

        void accept(SpendAccepted event) {
            long pence = event.split().total().pence();
            underQuery -= pence;
            accepted += pence;
            category = event.category();
            line = event.line();
            outcome = event.outcome();
            judgement = event.reason();
            judgedBy = event.by();
        }

        void reclaim(SpendReclaimed event) {
            long pence = event.split().total().pence();
            underQuery -= pence;
            reclaimed += pence;
            judgement = event.reason();
            judgedBy = event.by();
        }

        void refund(SpendRefunded event) {
            long pence = event.split().total().pence();
            if (event.underQuery()) underQuery -= pence;
            else accepted -= pence;
            refunded += pence;
        }
    }

    void take(JudgementEvent event) {
        switch (event) {
            case SpendQueried e -> of(e).query(e);
            case QueryAnswered e -> of(e).answer(e);
            case SpendAccepted e -> of(e).accept(e);
            case SpendReclaimed e -> {
                of(e).reclaim(e);
                reclaims.put(e.reclaim(), e.spend());
            }
            case SpendRefunded e -> of(e).refund(e);
            // It is about the line.
            case VirementNotified _ -> {}
        }
    }

    /** Of what happens to a reclaim, only what puts a spend under query again is shown with the spend. */
    void take(ReclaimEvent event) {
        if (event instanceof ReconsiderationDecided decided) {
            released.merge(decided.reclaim(), decided.released().total().pence(), Math::addExact);
        }
    }

    private Change of(JudgementEvent event) {
        return changes.computeIfAbsent(event.spend(), _ -> new Change());
    }

    static String names(List<SpendReason> reasons) {
        return reasons.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    void store(Connection connection) throws SQLException {
        storeChanges(connection);
        storeReclaims(connection);
        storeReleases(connection);
    }

    private void storeChanges(Connection connection) throws SQLException {
        Rows rows = Rows.of(
                "uuid", "int8", "int8", "int8", "int8", "text", "int4", "date", "uuid", "uuid", "bool", "text", "text",
                "text", "uuid", "text");
        changes.forEach((spend, it) -> rows.add(
                spend,
                it.accepted,
                it.underQuery,
                it.reclaimed,
                it.refunded,
                it.reasons,
                it.policyVersion,
                it.answerBy,
                ref(it.question),
                ref(it.answer),
                it.evidence,
                it.category,
                it.line,
                it.outcome,
                ref(it.judgement),
                it.judgedBy == null ? null : it.judgedBy.value()));
        rows.send(connection, """
                UPDATE spend AS s
                SET accepted = s.accepted + c.accepted, under_query = s.under_query + c.under_query,
                    reclaimed = s.reclaimed + c.reclaimed, refunded = s.refunded + c.refunded,
                    reasons = coalesce(c.reasons, s.reasons),
                    policy_version = coalesce(c.policy_version, s.policy_version),
                    answer_by = coalesce(c.answer_by, s.answer_by),
                    question = CASE WHEN c.policy_version IS NULL THEN s.question ELSE c.question END,
                    answer = coalesce(c.answer, s.answer), evidence = coalesce(c.evidence, s.evidence),
                    category = coalesce(c.category, s.category),
                    plan_line = CASE WHEN c.category IS NULL THEN s.plan_line ELSE c.plan_line END,
                    outcome = CASE WHEN c.category IS NULL THEN s.outcome ELSE c.outcome END,
                    judgement = coalesce(c.judgement, s.judgement), judged_by = coalesce(c.judged_by, s.judged_by)
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                     AS c (spend, accepted, under_query, reclaimed, refunded, reasons, policy_version, answer_by,
                           question, answer, evidence, category, plan_line, outcome, judgement, judged_by)
                WHERE s.spend = c.spend
                """);
    }

    private void storeReclaims(Connection connection) throws SQLException {
        Rows rows = Rows.of("uuid", "uuid");
        reclaims.forEach(rows::add);
        rows.send(connection, "INSERT INTO spend_reclaim (reclaim, spend) SELECT * FROM unnest(?, ?)");
    }

    private void storeReleases(Connection connection) throws SQLException {
        Rows rows = Rows.of("uuid", "int8");
        released.forEach(rows::add);
        rows.send(connection, """
                WITH released AS (
                    SELECT spend, sum(amount)::bigint AS amount
                    FROM unnest(?, ?) AS r (reclaim, amount) JOIN spend_reclaim USING (reclaim)
                    GROUP BY spend
                )
                UPDATE spend AS s SET under_query = s.under_query + r.amount, reclaimed = s.reclaimed - r.amount
                FROM released AS r WHERE r.spend = s.spend
                """);
    }

    private static @Nullable Object ref(@Nullable Note note) {
        return note == null ? null : note.ref();
    }
}
