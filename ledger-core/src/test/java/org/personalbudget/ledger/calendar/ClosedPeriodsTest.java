package org.personalbudget.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClosedPeriodsTest {

    private static final PeriodCalendar CALENDAR = PeriodCalendar.standard();
    private static final ClosedPeriods THROUGH_P13 = new ClosedPeriods(PeriodId.parse("2025-P13"));

    @Test
    void aDayIsPostedInItsOwnPeriodIfThatIsOpen() {
        assertThat(ClosedPeriods.NONE.postingPeriod(LocalDate.parse("2026-04-05"), CALENDAR))
                .hasToString("2025-P13");
        assertThat(THROUGH_P13.postingPeriod(LocalDate.parse("2026-05-04"), CALENDAR))
                .hasToString("2026-P02");
    }

    @Test
    void aDayOfAClosedPeriodIsPostedInTheEarliestOpenOne() {
        assertThat(THROUGH_P13.postingPeriod(LocalDate.parse("2026-04-05"), CALENDAR))
                .hasToString("2026-P01");
        assertThat(THROUGH_P13.postingPeriod(LocalDate.parse("2015-04-06"), CALENDAR))
                .hasToString("2026-P01");
    }

    @Test
    void everythingUpToTheLastClosedOneIsClosed() {
        assertThat(THROUGH_P13.contains(PeriodId.parse("2025-P13"))).isTrue();
        assertThat(THROUGH_P13.contains(PeriodId.parse("2025-P01"))).isTrue();
        assertThat(THROUGH_P13.contains(PeriodId.parse("2026-P01"))).isFalse();
        assertThat(ClosedPeriods.NONE.contains(PeriodId.parse("2015-P01"))).isFalse();
    }
}
