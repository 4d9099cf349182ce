package org.personalbudget.projections.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.statement.LineEffect;
import org.personalbudget.ledger.statement.LineEffect.*;
import org.personalbudget.ledger.statement.LineMatch;
import org.personalbudget.ledger.statement.MatchedItem;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.statement.StatementEvent.*;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Rows;

/** What one page of the log says that lines are, or are not. */
final class MatchRows {

    private final Rows matches = Rows.of(
            "uuid",
            "int4",
            "int4",
            "int4",
            "text",
            "int8",
            "text",
            "text",
            "uuid",
            "uuid",
            "int8",
            "uuid",
            "uuid",
            "text",
            "timestamptz");
    private final Rows undone = Rows.of("uuid", "int4", "int4", "text", "uuid", "text", "timestamptz");
    private final Rows touched = Rows.of("uuid", "int4");
    private final List<UUID> effects = new ArrayList<>();
    private final List<UUID> confirmed = new ArrayList<>();

    void take(StatementEvent event, Posted posted) {
        switch (event) {
            case LinesMatched matched -> {
                for (LineMatch match : matched.matches()) add(match, matched, posted);
            }
            case LineUnmatched unmatched -> undo(unmatched, posted);
            // What statements bring is kept apart.
            case StatementImported _, StatementLines _, LadderClimbed _ -> {}
        }
    }

    private void add(LineMatch match, LinesMatched event, Posted posted) {
        int number = 0;
        for (MatchedItem item : match.items()) {
            number++;
            UUID effect = LineMatch.effect(event.statement(), match.line(), match.attempt(), number)
                    .value();
            UUID subject = subject(item.effect());
            effects.add(effect);
            if (item.effect() instanceof Confirms it) confirmed.add(it.movement());
            matches.add(
                    event.statement(),
                    match.line(),
                    match.attempt(),
                    number,
                    event.account(),
                    posted.position(),
                    match.rule(),
                    item.effect().getClass().getSimpleName(),
                    budget(item.effect()),
                    subject,
                    item.amount().pence(),
                    effect,
                    LineMatch.mirror(event.statement(), match.line(), match.attempt(), number)
                            .value(),
                    event.by().value(),
                    posted.recorded().recordedAt());
        }
        touched.add(event.statement(), match.line());
    }

    private void undo(LineUnmatched event, Posted posted) {
        undone.add(
                event.statement(),
                event.undone().line(),
                event.undone().attempt(),
                event.refused(),
                event.reason() == null ? null : event.reason().ref(),
                event.by().value(),
                posted.recorded().recordedAt());
        touched.add(event.statement(), event.undone().line());
        int number = 0;
        for (MatchedItem item : event.undone().items()) {
            number++;
            effects.add(LineMatch.effect(
                            event.statement(),
                            event.undone().line(),
                            event.undone().attempt(),
                            number)
                    .value());
            if (item.effect() instanceof Confirms it) confirmed.add(it.movement());
        }
    }

    /** The requests of every match of this page. */
    List<UUID> effects() {
        return effects;
    }

    /** The movements that matches of this page speak of. */
    List<UUID> confirmed() {
        return confirmed;
    }

    static @Nullable BudgetId budget(LineEffect effect) {
        return switch (effect) {
            case Confirms it -> it.budget();
            case Settles it -> it.budget();
            case Returns it -> it.budget();
            case PaysContribution it -> it.budget();
            case Spends it -> it.budget();
            case Refunds it -> it.budget();
            case PaysReclaim it -> it.budget();
            case PaysRecharge it -> it.budget();
            case PaysSupplierRefund it -> it.budget();
            case HoldsUnknown it -> it.budget();
            case NotesDecline it -> it.budget();
            case Receives _, FundsProgramme _ -> null;
        };
    }

    private static @Nullable UUID subject(LineEffect effect) {
        return switch (effect) {
            case Confirms it -> it.movement();
            case Settles it -> it.payment().value();
            case Returns it -> it.payment().value();
            case Refunds it -> it.spend().value();
            case PaysReclaim it -> it.reclaim().value();
            case PaysRecharge it -> it.recharge().value();
            case PaysSupplierRefund it -> it.refund().value();
            case Receives it -> it.receipt().value();
            case PaysContribution _, Spends _, HoldsUnknown _, NotesDecline _, FundsProgramme _ -> null;
        };
    }

    void send(Connection connection) throws SQLException {
        matches.send(connection, """
                INSERT INTO bank_match (statement, line, attempt, item, account, position, rule, effect, budget, subject,
                                        amount, effect_id, mirror_id, matched_by, matched_at, done, undone, mirrored)
                SELECT m.*, m.effect = 'Confirms', false, false
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS m
                     (statement, line, attempt, item, account, position, rule, effect, budget, subject, amount, effect_id,
                      mirror_id, matched_by, matched_at)
                """);
        undone.send(connection, """
                UPDATE bank_match AS m SET undone = true, refused = u.refused, reason = u.reason, undone_by = u.undone_by,
                                           undone_at = u.undone_at
                FROM unnest(?, ?, ?, ?, ?, ?, ?) AS u (statement, line, attempt, refused, reason, undone_by, undone_at)
                WHERE m.statement = u.statement AND m.line = u.line AND m.attempt = u.attempt
                """);
        touched.send(connection, """
                UPDATE bank_line AS l SET rule = m.rule, attempt = m.attempt
                FROM (SELECT DISTINCT statement, line FROM unnest(?, ?) AS t (statement, line)) AS t
                     LEFT JOIN bank_match AS m ON m.statement = t.statement AND m.line = t.line AND m.item = 1
                                                  AND NOT m.undone
                WHERE l.statement = t.statement AND l.line = t.line
                """);
    }
}
