package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.LineId;

/** What stands on the lines of a budget; in which periods it may be spent is told where it is spent. */
class LineBookTest {

    private static final LineId CARE = new LineId("CARE");
    private static final PeriodId JUNE = new PeriodId(2025, 3);
    private static final PeriodId JULY = new PeriodId(2025, 4);

    /** Else a spend under query would take away what other lines of an earlier period lend. */
    @Test
    void aPeriodInWhichNothingWasConsumedIsNotOneOfTheLines() {
        LineBook queried = LineBook.EMPTY.consume(CARE, JULY, Money.ZERO);
        assertThat(queried.headrooms(CARE, JUNE, 10))
                .extracting(Headroom::period)
                .containsExactly(JUNE);
        LineBook accepted = LineBook.EMPTY.consume(CARE, JULY, Money.of("0.01"));
        assertThat(accepted.headrooms(CARE, JUNE, 10))
                .extracting(Headroom::period)
                .containsExactly(JUNE, JULY);
    }
}
