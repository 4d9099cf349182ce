package org.personalbudget.ledger.axon;

import org.personalbudget.ledger.calendar.ClosedPeriods;
import org.personalbudget.ledger.kernel.Feature.Reads;

/**
 * Where it is known which periods are closed. It is read like any other stream, so that the log notices when a period
 * was closed while something was being posted in it.
 */
@FunctionalInterface
public interface PeriodSource {

    /** The periods that are closed now. */
    ClosedPeriods closed(Reads reads);
}
