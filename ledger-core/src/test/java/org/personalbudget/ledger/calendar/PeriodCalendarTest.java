package org.personalbudget.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodCalendarTest {

    private static final PeriodCalendar TABLE = PeriodCalendar.standard();

    @ParameterizedTest
    @CsvSource({
        "2025-P01, 2025-04-07, 2025-05-04",
        "2025-P03, 2025-06-02, 2025-06-29",
        "2025-P06, 2025-08-25, 2025-09-21",
        "2025-P07, 2025-09-22, 2025-10-19",
        "2025-P13, 2026-03-09, 2026-04-05",
        "2026-P01, 2026-04-06, 2026-05-03",
        "2029-P13, 2030-03-04, 2030-04-07",
        "2030-P01, 2030-04-08, 2030-05-05"
    })
    void theTableIsTheCouncils(String id, LocalDate first, LocalDate last) {
        Period period = TABLE.period(PeriodId.parse(id));
        assertThat(period.dates()).isEqualTo(new DateRange(first, last));
        assertThat(TABLE.periodOf(first)).isEqualTo(period);
        assertThat(TABLE.periodOf(last)).isEqualTo(period);
    }

    @Test
    void everyDayHasOnePeriodAndNoneIsPassedBy() {
        LocalDate expected = TABLE.range().first();
        for (Period period : TABLE.periodsOver(TABLE.range())) {
            assertThat(period.first()).isEqualTo(expected).matches(day -> day.getDayOfWeek() == DayOfWeek.MONDAY);
            boolean last = period.id().number() == 13;
            assertThat(period.dates().days()).isIn(last ? List.of(28L, 35L) : List.of(28L));
            expected = period.last().plusDays(1);
        }
        assertThat(TABLE.range().last()).isEqualTo(expected.minusDays(1));
    }

    @Test
    void someYearsHave53WeeksAndTheirLastPeriodFive() {
        List<Integer> longYears = IntStream.rangeClosed(2015, 2045)
                .filter(year -> TABLE.period(new PeriodId(year, 13)).dates().days() == 35)
                .boxed()
                .toList();
        assertThat(longYears).containsExactly(2018, 2023, 2029, 2035, 2040);
    }

    @Test
    void theCouncilsYearEndLiesInTheThirteenthPeriod() {
        for (int year = 2015; year <= 2045; year++) {
            assertThat(TABLE.periodOf(LocalDate.of(year + 1, 3, 31)).id()).isEqualTo(new PeriodId(year, 13));
        }
    }

    @Test
    void theLastPeriodOfADaysYear() {
        assertThat(TABLE.lastOfYear(LocalDate.parse("2025-04-07")).id()).isEqualTo(new PeriodId(2025, 13));
        assertThat(TABLE.lastOfYear(LocalDate.parse("2026-04-05")).id()).isEqualTo(new PeriodId(2025, 13));
    }

    @Test
    void whatTheTableDoesNotHaveIsNotGuessed() {
        assertThat(TABLE.covers(LocalDate.parse("2015-04-05"))).isFalse();
        assertThat(TABLE.knows(new PeriodId(2046, 1))).isFalse();
        assertThatThrownBy(() -> TABLE.periodOf(LocalDate.parse("2046-04-02")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TABLE.period(new PeriodId(2014, 13))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aYearHas52Or53Weeks() {
        LocalDate start = LocalDate.parse("2025-04-07");
        assertThatThrownBy(() -> PeriodCalendar.startingOn(List.of(start, start.plusWeeks(54))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeriodCalendar.startingOn(List.of(start, start.plusDays(365))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-P00", "2025-P14", "2025-P3", "2025-03", "25-P03", "2025-p03", "٢٠٢٥-P03", ""})
    void aPeriodIsWrittenInOneForm(String text) {
        assertThatThrownBy(() -> PeriodId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNameOfAPeriodIsTheSameOnEveryMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(PeriodId.parse("2025-P03").toString()).isEqualTo("2025-P03");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void periodsAreInTheOrderOfTime() {
        assertThat(new PeriodId(2025, 13)).isLessThan(new PeriodId(2026, 1));
        assertThat(new PeriodId(2025, 2)).isLessThan(new PeriodId(2025, 10));
    }

    @Test
    void aRangeOfDatesHasBothEnds() {
        DateRange april = new DateRange(LocalDate.parse("2025-04-01"), LocalDate.parse("2025-04-30"));
        assertThat(april.days()).isEqualTo(30);
        assertThat(april.overlap(new DateRange(LocalDate.parse("2025-04-30"), LocalDate.parse("2025-05-01"))))
                .contains(new DateRange(LocalDate.parse("2025-04-30"), LocalDate.parse("2025-04-30")));
        assertThat(april.overlap(new DateRange(LocalDate.parse("2025-05-01"), LocalDate.parse("2025-05-01"))))
                .isEmpty();
        assertThatThrownBy(() -> new DateRange(LocalDate.parse("2025-05-01"), LocalDate.parse("2025-04-30")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
