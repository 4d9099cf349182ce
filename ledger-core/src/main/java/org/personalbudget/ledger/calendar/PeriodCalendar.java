package org.personalbudget.ledger.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The table of accounting periods: a year is thirteen periods of four weeks, never twelve months. A year that has 53
 * weeks has a thirteenth period of five. Dates outside the table are refused, not guessed.
 */
public final class PeriodCalendar {

    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 2045;
    private static final PeriodCalendar STANDARD = startingOn(standardStarts());

    private final TreeMap<LocalDate, Period> byFirstDay = new TreeMap<>();
    private final TreeMap<PeriodId, Period> byId = new TreeMap<>();

    private PeriodCalendar(List<Period> periods) {
        for (Period period : periods) {
            byFirstDay.put(period.first(), period);
            byId.put(period.id(), period);
        }
    }

    /** The sample council's table: each year starts on the first Monday on or after 2 April. */
    public static PeriodCalendar standard() {
        return STANDARD;
    }

    /**
     * A table from the first days of consecutive financial years; the last date only closes the last year.
     *
     * @throws IllegalArgumentException if a year is not 52 or 53 weeks long
     */
    public static PeriodCalendar startingOn(List<LocalDate> yearStarts) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i + 1 < yearStarts.size(); i++) periods.addAll(year(yearStarts.get(i), yearStarts.get(i + 1)));
        return new PeriodCalendar(periods);
    }

    private static List<Period> year(LocalDate start, LocalDate nextStart) {
        long days = new DateRange(start, nextStart.minusDays(1)).days();
        if (days != 364 && days != 371)
            throw new IllegalArgumentException("a year has 52 or 53 weeks, not " + days + " days");
        List<Period> periods = new ArrayList<>();
        for (int number = 1; number <= 13; number++) {
            LocalDate first = start.plusWeeks(4L * (number - 1));
            LocalDate last = number == 13 ? nextStart.minusDays(1) : first.plusDays(27);
            periods.add(new Period(new PeriodId(start.getYear(), number), first, last));
        }
        return periods;
    }

    private static List<LocalDate> standardStarts() {
        List<LocalDate> starts = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR + 1; year++) {
            starts.add(LocalDate.of(year, 4, 2).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
        }
        return starts;
    }

    /** The first and last day the table knows. */
    public DateRange range() {
        return new DateRange(
                byFirstDay.firstKey(), byFirstDay.lastEntry().getValue().last());
    }

    public boolean covers(LocalDate date) {
        return range().contains(date);
    }

    /** @throws IllegalArgumentException if the table does not reach that date */
    public Period periodOf(LocalDate date) {
        if (!covers(date)) throw new IllegalArgumentException("the period table has no " + date);
        return byFirstDay.floorEntry(date).getValue();
    }

    public boolean knows(PeriodId id) {
        return byId.containsKey(id);
    }

    /** @throws IllegalArgumentException if the table does not reach that period */
    public Period period(PeriodId id) {
        Period period = byId.get(id);
        if (period == null) throw new IllegalArgumentException("the period table has no " + id);
        return period;
    }

    /** The last period of the financial year that this date lies in. */
    public Period lastOfYear(LocalDate date) {
        return period(new PeriodId(periodOf(date).id().year(), 13));
    }

    /** Every period from the one that holds {@code first} to the one that holds {@code last}, in order. */
    public List<Period> periodsOver(DateRange dates) {
        return List.copyOf(byFirstDay
                .subMap(
                        periodOf(dates.first()).first(),
                        true,
                        periodOf(dates.last()).first(),
                        true)
                .values());
    }
}
