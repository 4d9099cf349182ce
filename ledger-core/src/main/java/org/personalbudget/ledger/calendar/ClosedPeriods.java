package org.personalbudget.ledger.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which periods are closed. Periods close in order and are reopened from the last one back, so the closed ones are
 * always all up to one of them, and every open period is later than every closed one.
 *
 * @param through the last closed period, or null while none has been closed
 */
public record ClosedPeriods(@Nullable PeriodId through) {

    public static final ClosedPeriods NONE = new ClosedPeriods(null);

    public boolean contains(PeriodId period) {
        return through != null && period.compareTo(through) <= 0;
    }

    /** The first period that is not closed; none while none is. */
    public Optional<PeriodId> earliestOpen(PeriodCalendar calendar) {
        return Optional.ofNullable(through)
                .filter(calendar::knows)
                .map(last -> calendar.periodOf(calendar.period(last).last().plusDays(1))
                        .id());
    }

    /**
     * The period in which a fact of this day is posted: the day's own if that is open, else the earliest open one. That
     * is never earlier than the day's own, because no open period lies before a closed one.
     */
    public PeriodId postingPeriod(LocalDate day, PeriodCalendar calendar) {
        PeriodId own = calendar.periodOf(day).id();
        return contains(own) ? earliestOpen(calendar).orElse(own) : own;
    }
}
