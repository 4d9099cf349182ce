package org.personalbudget.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.BudgetWords.day;
import static org.personalbudget.ledger.testing.BudgetWords.pounds;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.RecoveryWords.RECEIPT;
import static org.personalbudget.ledger.testing.RecoveryWords.receipt;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.postings.Postings;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptRecorded;
import org.personalbudget.ledger.receipt.ReceiptRefusal.*;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.testing.Then;

class ReceiptsTest {

    @Test
    void moneyThatNobodyKnowsIsOwedToNobodyInParticular() {
        Then then = given(today("2025-09-22")).when(receipt("66.00", "2025-09-19"));

        ReceiptRecorded recorded = then.the(ReceiptRecorded.class);
        assertThat(recorded.effectiveOn()).isEqualTo(day("2025-09-19"));
        assertThat(then.posted().balances()).containsExactly("1000 66.00", "2400 -66.00");
        assertThat(then.posted().balance(2400, Source.UNKNOWN)).isEqualTo("-66.00");
        assertThat(Postings.of(recorded).getFirst().budget()).isNull();
    }

    @Test
    void aReceiptIsRecordedOnce() {
        given(today("2025-09-22"), receipt("66.00", "2025-09-19"))
                .when(receipt("66.00", "2025-09-19"))
                .thenRefused(new ReceiptRecordedAlready(RECEIPT));
    }

    @Test
    void aReceiptIsMoreThanNothingAndNoFortune() {
        given(today("2025-09-22"))
                .when(receipt("0.00", "2025-09-19"))
                .thenRefused(new ReceiptNotPositive(pounds("0.00")))
                .when(receipt("100000000.01", "2025-09-19"))
                .thenRefused(new ReceiptTooLarge(pounds("100000000.01"), pounds("100000000.00")));
    }

    @Test
    void aReceiptHasADateThatHasComeAndIsInTheTable() {
        DateRange table = PeriodCalendar.standard().range();
        given(today("2025-09-22"))
                .when(receipt("66.00", "2025-09-23"))
                .thenRefused(new ReceiptInFuture(day("2025-09-23"), day("2025-09-22")))
                .when(receipt("66.00", "1999-09-23"))
                .thenRefused(new ReceiptDateOutOfRange(day("1999-09-23"), table.first(), table.last()));
        ;
    }
}
