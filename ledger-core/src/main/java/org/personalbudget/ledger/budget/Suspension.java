package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetSuspended;
import org.personalbudget.ledger.terms.LineId;

/**
 * A suspension, and when it ends.
 *
 * @param until the first day that is paid for again, or null while it is open
 */
record Suspension(BudgetSuspended suspended, @Nullable LocalDate until) {

    /** Whether it has begun by this day and not ended, even if the day is still paid in full. */
    boolean isOpenOn(LocalDate day) {
        return !day.isBefore(suspended.from()) && (until == null || day.isBefore(until));
    }

    /** Whether it keeps this line (null: what no line has planned) from being paid for on this day. */
    boolean withholds(@Nullable LineId line, LocalDate day) {
        List<LineId> lines = suspended.lines();
        boolean means = lines.isEmpty() || (line != null && lines.contains(line));
        return means && isOpenOn(day) && !day.isBefore(suspended.from().plusDays(suspended.paidDays()));
    }

    Suspension resumedFrom(LocalDate day) {
        return isOpenOn(day) ? new Suspension(suspended, day) : this;
    }
}
