package org.personalbudget.projections.forecast;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.projections.AsOf;
import org.personalbudget.projections.forecast.Forecast.Basis;
import org.personalbudget.projections.forecast.Forecast.ExpectedContribution;
import org.personalbudget.projections.forecast.Forecast.ExpectedInstalment;
import org.personalbudget.projections.forecast.Forecast.LineExpectation;
import org.personalbudget.projections.forecast.Forecast.PeriodForecast;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forecasts one budget to the end of the financial year. */
public final class ForecastQuery {

    private final JdbcClient database;
    private final PeriodCalendar calendar;

    public ForecastQuery(JdbcClient database, PeriodCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /**
     * The forecast, or nothing if the budget was not known then.
     *
     * @throws IllegalArgumentException if the period table does not reach the effective date
     */
    public Optional<Forecast> of(BudgetId budget, AsOf asOf) {
        if (!isKnown(budget, asOf)) return Optional.empty();
        Period last = calendar.periodOf(yearEnd(asOf.effective()));
        List<Period> periods = calendar.periodsOver(new DateRange(asOf.effective(), last.last()));
        Known allocated = new KnownQuery(database).of(budget, asOf);
        Known known = allocated.through(periods);
        PeriodId through = InForce.allocatedThrough(allocated.figures());
        SpendOutlook spend = new SpendOutlook(known, asOf.effective(), calendar);
        return Optional.of(new Forecast(
                budget,
                asOf.effective(),
                asOf.known(),
                known.lastDay(),
                last.last(),
                through,
                periods(known, periods, spend, through),
                spend.lines(periods)));
    }

    /**
     * The 31 March on which the council's year ends that this day lies in; the last period of the year before goes on into
     * April. As far as the period table reaches.
     */
    private LocalDate yearEnd(LocalDate day) {
        LocalDate march = MonthDay.of(Month.MARCH, 31).atYear(day.getYear());
        LocalDate end = day.isAfter(march) ? march.plusYears(1) : march;
        LocalDate known = calendar.range().last();
        return end.isAfter(known) ? known : end;
    }

    private boolean isKnown(BudgetId budget, AsOf asOf) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM read.budget WHERE budget = :budget AND recorded_at <= :known)")
                .param("budget", budget.value())
                .param("known", asOf.knownUtc())
                .query(Boolean.class)
                .single();
    }

    private static List<PeriodForecast> periods(
            Known known, List<Period> periods, SpendOutlook spend, @Nullable PeriodId through) {
        ContributionOutlook contributions =
                new ContributionOutlook(known, periods.getFirst().id());
        AccountOutlook accounts = new AccountOutlook(known, periods.getFirst().id(), contributions);
        List<PeriodForecast> forecasts = new ArrayList<>();
        for (Period period : periods) {
            List<LineExpectation> lines = spend.in(period);
            ExpectedContribution contribution = contributions.in(period);
            List<ExpectedInstalment> instalments = accounts.instalments(period, lines, contribution);
            forecasts.add(new PeriodForecast(
                    period.id(),
                    period.first(),
                    period.last(),
                    through != null && period.id().compareTo(through) <= 0 ? Basis.ALLOCATED : Basis.IN_FORCE,
                    sum(lines, LineExpectation::allocated),
                    sum(lines, LineExpectation::committed),
                    sum(lines, LineExpectation::consumed),
                    sum(lines, LineExpectation::expectedSpend),
                    lines,
                    contribution,
                    instalments,
                    accounts.balances(period, lines, instalments, contribution)));
        }
        return forecasts;
    }

    private static Money sum(List<LineExpectation> lines, Function<LineExpectation, Money> figure) {
        return lines.stream().map(figure).reduce(Money.ZERO, Money::plus);
    }
}
