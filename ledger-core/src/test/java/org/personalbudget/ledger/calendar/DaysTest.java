package org.personalbudget.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {

    private static final DateRange FORTNIGHT = days("2025-06-02", "2025-06-15");

    @Test
    void runsOfDaysThatFollowEachOtherAreOne() {
        Days working = Days.within(FORTNIGHT, day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
        assertThat(working.runs()).containsExactly(days("2025-06-02", "2025-06-06"), days("2025-06-09", "2025-06-13"));
        assertThat(working.count()).isEqualTo(10);
        assertThat(working.contains(LocalDate.parse("2025-06-06"))).isTrue();
        assertThat(working.contains(LocalDate.parse("2025-06-07"))).isFalse();
    }

    @Test
    void takingDaysOutLeavesTheOthers() {
        Days all = Days.within(FORTNIGHT, _ -> true);
        assertThat(all.minus(days("2025-06-04", "2025-06-05")).runs())
                .containsExactly(days("2025-06-02", "2025-06-03"), days("2025-06-06", "2025-06-15"));
        assertThat(all.minus(days("2025-05-01", "2025-06-02")).runs())
                .containsExactly(days("2025-06-03", "2025-06-15"));
        assertThat(all.minus(days("2025-07-01", "2025-07-02"))).isEqualTo(all);
        assertThat(all.minus(FORTNIGHT)).isEqualTo(Days.NONE);
    }

    private static DateRange days(String first, String last) {
        return new DateRange(LocalDate.parse(first), LocalDate.parse(last));
    }
}
