package org.personalbudget.payments.bankholidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankHolidaysTest {

    private static final BankHolidays ENGLAND = BankHolidays.ofEngland(List.of());

    /** As they were published for each year; weekends are no bank holidays. */
    @ParameterizedTest
    @CsvSource({
        "2021,01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        "2022,01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "2023,01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "2024,01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        "2025,01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        "2026,01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2027,01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"
    })
    void banksAreClosedAsPublished(int year, String published) {
        List<String> closed = Year.of(year)
                .atDay(1)
                .datesUntil(Year.of(year + 1).atDay(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .filter(ENGLAND)
                .map(day -> day.toString().substring(5))
                .toList();

        assertThat(String.join(" ", closed)).isEqualTo(published);
    }

    @Test
    void neitherWeekendsNorBankHolidaysAreWorkingDays() {
        assertThat(ENGLAND.isWorkingDay(LocalDate.parse("2025-08-22"))).isTrue();
        assertThat(ENGLAND.isWorkingDay(LocalDate.parse("2025-08-23"))).isFalse();
        assertThat(ENGLAND.isWorkingDay(LocalDate.parse("2025-08-24"))).isFalse();
        assertThat(ENGLAND.isWorkingDay(LocalDate.parse("2025-08-25"))).isFalse();
    }

    @Test
    void whatIsProclaimedGoesBeforeTheRules() {
        LocalDate proclaimed = LocalDate.parse("2026-06-15");
        LocalDate movedAway = LocalDate.parse("2026-05-04");
        BankHolidays holidays =
                BankHolidays.ofEngland(List.of(new OneOffDay(proclaimed, true), new OneOffDay(movedAway, false)));

        assertThat(holidays.test(proclaimed)).isTrue();
        assertThat(holidays.test(movedAway)).isFalse();
        assertThat(ENGLAND.test(proclaimed)).isFalse();
        assertThat(ENGLAND.test(movedAway)).isTrue();
    }
}
