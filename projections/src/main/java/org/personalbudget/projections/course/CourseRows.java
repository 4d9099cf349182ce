package org.personalbudget.projections.course;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Rows;

/** What one page of events adds to the course of budgets. Nothing here is ever changed afterwards. */
final class CourseRows {

    private final Rows changes = Rows.of("int8", "uuid", "timestamptz", "date", "text", "text", "text");
    private final Rows parts = Rows.of("int8", "int2", "text", "text", "text");

    /**
     * Adds a change; what it changes is added to what is answered.
     *
     * @param subject which of several it is about: an account, a reclaim, a plan version; null where there is only one
     */
    Change change(BudgetEvent event, Posted posted, ChangeKind kind, LocalDate effectiveOn, @Nullable Object subject) {
        changes.add(
                posted.position(),
                event.budget(),
                posted.recorded().recordedAt(),
                effectiveOn,
                posted.recorded().actor().value(),
                kind,
                subject);
        return new Change(posted.position());
    }

    /** A change that takes effect on the day of its decision, or of what it tells. */
    Change change(BudgetEvent event, Posted posted, ChangeKind kind, @Nullable Object subject) {
        return change(event, posted, kind, event.effectiveOn(), subject);
    }

    /** One change, to which its parts are added. */
    final class Change {

        private final long position;
        private int count;

        private Change(long position) {
            this.position = position;
        }

        /** What it is now; what it was before is what an earlier change has made it. */
        Change to(String what, Object after) {
            return fromTo(what, null, after);
        }

        /** The same for an amount that is only there if the event has one. */
        Change toIfAny(String what, @Nullable Object after) {
            return after == null ? this : to(what, after);
        }

        /** What it is now, and what it was, as the event itself says. */
        Change fromTo(String what, @Nullable Object before, Object after) {
            parts.add(position, ++count, what, before, after);
            return this;
        }

        Change to(String what, Money after) {
            return to(what, (Object) after);
        }
    }

    void send(Connection connection) throws SQLException {
        changes.copy(connection, "budget_change");
        parts.copy(connection, "budget_change_part");
    }
}
