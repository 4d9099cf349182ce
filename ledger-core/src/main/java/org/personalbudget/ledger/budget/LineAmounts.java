package org.personalbudget.ledger.budget;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Event;

/** An event that is a list of amounts, each with a date of its own. */
interface LineAmounts extends Event {

    List<LineAmount> amounts();

    @Override
    default Set<PeriodId> postingPeriods() {
        return amounts().stream().map(amount -> amount.when().postingPeriod()).collect(Collectors.toUnmodifiableSet());
    }
}
