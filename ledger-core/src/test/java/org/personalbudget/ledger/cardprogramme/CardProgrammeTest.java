package org.personalbudget.ledger.cardprogramme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.cardprogramme.CardProgrammeCommand.FundProgramme;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent.ProgrammeFunded;
import org.personalbudget.ledger.cardprogramme.CardProgrammeRefusal.*;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class CardProgrammeTest {

    @Test
    void whatTheProgrammeHoldsHasLeftTheBank() {
        Then then = given(today("2025-06-02")).when(funded("10000.00", "2025-06-02"));
        then.thenRecorded(ProgrammeFunded.class);
        assertThat(then.posted().balances()).containsExactly("1000 -10000.00", "1010 10000.00");
        assertThat(then.when(funded("-4000.00", "2025-06-02")).books().balances())
                .containsExactly("1000 -6000.00", "1010 6000.00");
    }

    @Test
    void aFundingIsOfSomethingAndHasADateThatHasCome() {
        DateRange table = PeriodCalendar.standard().range();
        given(today("2025-06-02"))
                .when(funded("0.00", "2025-06-02"))
                .thenRefused(new FundingOfNothing(pounds("0.00")))
                .when(funded("-100000000.01", "2025-06-02"))
                .thenRefused(new FundingTooLarge(pounds("-100000000.01"), pounds("100000000.00")))
                .when(funded("1.00", "2025-06-03"))
                .thenRefused(new FundingInFuture(day("2025-06-03"), day("2025-06-02")))
                .when(funded("1.00", "1999-06-03"))
                .thenRefused(new FundingDateOutOfRange(day("1999-06-03"), table.first(), table.last()));
    }

    private static Request funded(String amount, String on) {
        return Request.of(new FundProgramme(pounds(amount), day(on)));
    }
}
