package org.personalbudget.ops.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.statement.ladder.WorkingDays;
import org.personalbudget.payments.bankholidays.BankHolidays;
import org.personalbudget.payments.bankholidays.OneOffDay;

/** A day that was proclaimed a holiday is none on which the bank works, for matching as for paying. */
class MatchingCalendarTest {

    private static final LocalDate PROCLAIMED = LocalDate.parse("2025-06-18");

    @Test
    void matchingGoesByTheHolidaysThatAreConfigured() {
        LocalDate monday = LocalDate.parse("2025-06-16");
        LocalDate friday = LocalDate.parse("2025-06-20");
        WorkingDays rules = new MatchingConfiguration().workingDays(BankHolidays.ofEngland(List.of()));
        WorkingDays proclaimed = new MatchingConfiguration()
                .workingDays(BankHolidays.ofEngland(List.of(new OneOffDay(PROCLAIMED, true))));
        assertThat(proclaimed.worksOn(PROCLAIMED)).isFalse();
        assertThat(rules.within(monday, friday, 3)).isFalse();
        assertThat(proclaimed.within(monday, friday, 3)).isTrue();
    }
}
