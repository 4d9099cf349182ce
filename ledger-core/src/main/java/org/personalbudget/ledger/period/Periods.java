package org.personalbudget.ledger.period;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.ClosedPeriods;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;

/**
 * How the periods of a ledger stand.
 *
 * @param closed which are closed
 * @param closings how many closings have begun
 * @param closing the period whose closing has begun and is not done, or null
 * @param reopening what waits for a second person, or null
 */
public record Periods(
        ClosedPeriods closed,
        int closings,
        @Nullable PeriodId closing,
        @Nullable Reopening reopening) {

    public static final Periods NONE = new Periods(ClosedPeriods.NONE, 0, null, null);

    /** Somebody wants the last closed period to be opened again. */
    public record Reopening(PeriodId period, ActorId requestedBy) {}
}
