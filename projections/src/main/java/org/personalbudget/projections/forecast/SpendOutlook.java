package org.personalbudget.projections.forecast;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.projections.balance.LineFigures;
import org.personalbudget.projections.forecast.Forecast.LineExpectation;
import org.personalbudget.projections.forecast.Forecast.LineOutlook;
import org.personalbudget.projections.forecast.Forecast.Pace;
import org.personalbudget.projections.forecast.Forecast.SpendMethod;

/** What will be spent on each line: at the pace of its last full periods, by plan where there is none. */
final class SpendOutlook {

    private static final int MOST_PERIODS = 3;

    private final Known known;
    private final LocalDate effective;
    private final PeriodCalendar calendar;

    SpendOutlook(Known known, LocalDate effective, PeriodCalendar calendar) {
        this.known = known;
        this.effective = effective;
        this.calendar = calendar;
    }

    List<LineExpectation> in(Period period) {
        return known.figures().stream()
                .filter(figure -> figure.period().equals(period.id()))
                .map(figure -> expectation(figure, period))
                .toList();
    }

    private LineExpectation expectation(LineFigures figure, Period period) {
        Money bound = figure.consumed().plus(figure.committed());
        if (figure.lineId() == null || !figure.allocated().isPositive()) {
            return of(figure, bound, SpendMethod.NOTHING_MORE, null);
        }
        Pace pace = pace(figure.lineId(), period);
        if (pace == null) return of(figure, figure.allocated().max(bound), SpendMethod.PLAN, null);
        Money toCome = pace.consumed().timesRatio(pace.daysToCome(), pace.days(), RoundingMode.HALF_UP);
        return of(figure, figure.consumed().plus(toCome).max(bound), SpendMethod.PACE, pace);
    }

    private static LineExpectation of(LineFigures figure, Money expected, SpendMethod method, @Nullable Pace pace) {
        return new LineExpectation(
                figure.lineId(), figure.allocated(), figure.committed(), figure.consumed(), expected, method, pace);
    }

    private @Nullable Pace pace(LineId line, Period period) {
        List<LineFigures> full = known.figures().stream()
                .filter(figure ->
                        line.equals(figure.lineId()) && figure.consumed().isPositive())
                .filter(figure -> !calendar.period(figure.period()).last().isAfter(effective))
                .sorted((a, b) -> b.period().compareTo(a.period()))
                .limit(MOST_PERIODS)
                .toList()
                .reversed();
        if (full.isEmpty()) return null;
        Money consumed = full.stream().map(LineFigures::consumed).reduce(Money.ZERO, Money::plus);
        long days = full.stream()
                .mapToLong(figure -> calendar.period(figure.period()).dates().days())
                .sum();
        return new Pace(full.stream().map(LineFigures::period).toList(), consumed, days, daysToCome(period));
    }

    /** The days of a period after the effective one, up to the budget's last. */
    private long daysToCome(Period period) {
        LocalDate from = period.contains(effective) ? effective.plusDays(1) : period.first();
        LocalDate lastDay = known.lastDay();
        LocalDate to = lastDay != null && lastDay.isBefore(period.last()) ? lastDay : period.last();
        return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }

    /** Every line, added up over the past and the expected periods. */
    List<LineOutlook> lines(List<Period> expected) {
        return known.figures().stream()
                .map(LineFigures::lineId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .map(line -> line(line, expected))
                .toList();
    }

    /** What one line has and uses in one period. */
    private record Step(PeriodId period, Money allocated, Money spend) {}

    private LineOutlook line(LineId line, List<Period> expected) {
        PeriodId first = expected.getFirst().id();
        Stream<Step> past = known.figures().stream()
                .filter(figure ->
                        line.equals(figure.lineId()) && figure.period().compareTo(first) < 0)
                .map(figure -> new Step(
                        figure.period(), figure.allocated(), figure.consumed().plus(figure.committed())));
        Stream<Step> future = expected.stream()
                .flatMap(period -> in(period).stream()
                        .filter(each -> line.equals(each.lineId()))
                        .map(each -> new Step(period.id(), each.allocated(), each.expectedSpend())));
        Money allocated = Money.ZERO;
        Money spend = Money.ZERO;
        Money over = Money.ZERO;
        PeriodId overFrom = null;
        for (Step step : Stream.concat(past, future).toList()) {
            allocated = allocated.plus(step.allocated);
            spend = spend.plus(step.spend);
            if (spend.exceeds(allocated) && overFrom == null) overFrom = step.period;
            over = over.max(spend.minus(allocated));
        }
        return new LineOutlook(line, allocated, spend, overFrom != null, over, overFrom);
    }
}
