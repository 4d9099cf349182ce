package org.personalbudget.ledger.budget;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionAssessed;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;

/**
 * What the person was assessed to contribute, and what has been raised of it.
 *
 * @param assessed in the order of assessment
 * @param raised by service period, each once
 */
record Contributions(PVector<ContributionAssessed> assessed, PMap<PeriodId, Money> raised) {

    static final Contributions NONE = new Contributions(TreePVector.empty(), HashTreePMap.empty());

    /** The weekly amount on a day: the latest assessment that had taken effect, the last decided among equals. */
    Money weeklyOn(LocalDate day) {
        ContributionAssessed inForce = null;
        for (ContributionAssessed next : assessed) {
            boolean started = !next.from().isAfter(day);
            if (started && (inForce == null || !next.from().isBefore(inForce.from()))) inForce = next;
        }
        return inForce == null ? Money.ZERO : inForce.weekly();
    }

    /** What is due for these days, rounded down once, in the person's favour. */
    Money dueFor(DateRange days) {
        Money weeks = Money.ZERO;
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            weeks = weeks.plus(weeklyOn(day));
        }
        return weeks.timesRatio(1, 7, RoundingMode.DOWN);
    }

    Contributions assess(ContributionAssessed event) {
        return new Contributions(assessed.plus(event), raised);
    }

    Contributions raise(PeriodId period, Money amount) {
        return new Contributions(assessed, raised.plus(period, amount));
    }
}
