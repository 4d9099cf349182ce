package org.personalbudget.projections.reconciliation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.statement.StatementLine;

/**
 * A line of a statement, and what it was said to be.
 *
 * @param rule by which it is matched, or null while it is open
 * @param attempt which match of it stands, or null
 */
public record LineView(
        StatementId statementId,
        String account,
        StatementLine line,
        @Nullable String rule,
        @Nullable Integer attempt) {

    public LocalDate bookedOn() {
        return line.bookedOn();
    }

    public LineKey key() {
        return new LineKey(statementId, line.number());
    }

    /** A line among those of all statements. */
    public record LineKey(StatementId statement, int line) {}

    /** What a line, or a part of it, was said to be. */
    public record ItemView(
            int line,
            int attempt,
            int item,
            String rule,
            String effect,
            @Nullable UUID budgetId,
            @Nullable UUID subject,
            org.personalbudget.ledger.money.Money amount,
            boolean done,
            boolean undone,
            @Nullable String refused,
            @Nullable UUID reason,
            String matchedBy) {}
}
