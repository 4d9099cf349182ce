package org.personalbudget.projections.forecast;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.projections.balance.LineFigures;
import org.personalbudget.projections.forecast.Forecast.DueMethod;
import org.personalbudget.projections.forecast.Forecast.ExpectedContribution;
import org.personalbudget.projections.forecast.Known.AccountKnown;

/** What will be due from the person, and what of it will come if it comes as it did. */
final class ContributionOutlook {

    private final Known known;
    private final PeriodId first;
    private final Money dueBefore;
    private final Money receivedBefore;

    /** @param first the first period of the forecast */
    ContributionOutlook(Known known, PeriodId first) {
        this.known = known;
        this.first = first;
        this.dueBefore = known.due().entrySet().stream()
                .filter(due -> due.getKey().compareTo(first) < 0)
                .map(Map.Entry::getValue)
                .reduce(Money.ZERO, Money::plus);
        this.receivedBefore = known.received().min(dueBefore);
    }

    ExpectedContribution in(Period period) {
        Money raised = known.due().get(period.id());
        if (raised != null) return expected(period, raised, DueMethod.RAISED, 0);
        Money allocated = known.figures().stream()
                .filter(figure -> figure.period().equals(period.id()))
                .map(LineFigures::allocated)
                .reduce(Money.ZERO, Money::plus)
                .atLeastZero();
        Money weeks = Money.ZERO;
        long days = 0;
        for (LocalDate day = period.first(); !day.isAfter(last(period)); day = day.plusDays(1)) {
            if (known.accounts().isEmpty()
                    || isBeforeAll(day)
                    || known.inForce().isWithheld(day)) continue;
            days++;
            weeks = weeks.plus(known.contributionOn(day));
        }
        Money due = weeks.timesRatio(1, 7, RoundingMode.DOWN).min(allocated);
        return due.isZero()
                ? expected(period, Money.ZERO, DueMethod.NONE, 0)
                : expected(period, due, DueMethod.ASSESSED, days);
    }

    private boolean isBeforeAll(LocalDate day) {
        return known.accounts().stream().allMatch(account -> day.isBefore(account.startsOn()));
    }

    private LocalDate last(Period period) {
        LocalDate lastDay = known.lastDay();
        return lastDay != null && lastDay.isBefore(period.last()) ? lastDay : period.last();
    }

    private ExpectedContribution expected(Period period, Money due, DueMethod method, long days) {
        Money comes = dueBefore.isPositive()
                ? due.timesRatio(receivedBefore.pence(), dueBefore.pence(), RoundingMode.DOWN)
                : due;
        Money came = period.id().equals(first) ? known.received().minus(receivedBefore) : Money.ZERO;
        return new ExpectedContribution(due, method, days, comes.minus(came).atLeastZero(), dueBefore, receivedBefore);
    }

    /** The account that contributions are paid into on a day: the first open one that is paid net; else the council. */
    @Nullable
    AccountKnown payee(LocalDate day) {
        return known.accounts().stream()
                .filter(account -> account.kind().holdsMoney() && account.method() == ContributionMethod.NET)
                .filter(account -> account.isOpenOn(day))
                .findFirst()
                .orElse(null);
    }
}
