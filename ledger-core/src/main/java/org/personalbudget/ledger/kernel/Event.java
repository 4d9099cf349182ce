package org.personalbudget.ledger.kernel;

import java.time.LocalDate;
import java.util.Set;
import org.personalbudget.ledger.calendar.PeriodId;

/** A fact: something that was decided or happened, never changed afterwards. */
public interface Event {

    /** The stream this fact lies on. */
    StreamId stream();

    /** The dates under which the fact counts, fixed when it was decided. */
    When when();

    /** The date the fact takes effect. */
    default LocalDate effectiveOn() {
        return when().effectiveOn();
    }

    /** Every period it is posted in; more than one where its parts have dates of their own. */
    default Set<PeriodId> postingPeriods() {
        return Set.of(when().postingPeriod());
    }

    /** Names that may be claimed once in the whole ledger; a second claim is a conflict. */
    default Set<UniqueTag> claims() {
        return Set.of();
    }
}
