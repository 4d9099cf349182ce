package org.personalbudget.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.ACCOUNT;
import static org.personalbudget.ledger.testing.BudgetWords.contributionPaid;
import static org.personalbudget.ledger.testing.BudgetWords.day;
import static org.personalbudget.ledger.testing.BudgetWords.inTheAccount;
import static org.personalbudget.ledger.testing.BudgetWords.period;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.People.FAY;
import static org.personalbudget.ledger.testing.PeriodWords.*;
import static org.personalbudget.ledger.testing.Request.as;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionReceived;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.period.PeriodEvent.*;
import org.personalbudget.ledger.period.PeriodRefusal.*;
import org.personalbudget.ledger.testing.Given;

/** Periods close in order, open again by two, and decide where a fact is posted. */
class PeriodsTest {

    private static final Given MONDAY_AFTER_P05 = today("2025-08-25");

    @Test
    void aPeriodIsClosedOnceItsClosingHasBegun() {
        given(MONDAY_AFTER_P05)
                .when(closePeriod("2025-P05"))
                .thenRefused(new ClosingNotBegun(period("2025-P05")))
                .when(beginClosing("2025-P05"))
                .thenOnly(new ClosingBegun(now(), period("2025-P05"), 1, FAY))
                .when(beginClosing("2025-P05"))
                .thenRecorded()
                .when(closePeriod("2025-P05"))
                .thenOnly(new BooksClosed(now(), period("2025-P05"), 1, FAY))
                .when(closePeriod("2025-P05"))
                .thenRefused(new PeriodAlreadyClosed(period("2025-P05"), period("2025-P05")))
                .when(beginClosing("2025-P04"))
                .thenRefused(new PeriodAlreadyClosed(period("2025-P04"), period("2025-P05")));
    }

    private static When now() {
        return new When(day("2025-08-25"), period("2025-P06"));
    }

    @Test
    void noPeriodIsClosedBeforeItsLastDay() {
        given(today("2025-08-23"))
                .when(beginClosing("2025-P05"))
                .thenRefused(new PeriodNotOver(period("2025-P05"), day("2025-08-24"), day("2025-08-23")));
        given(today("2025-08-24")).when(beginClosing("2025-P05")).thenAccepted();
    }

    @Test
    void periodsCloseInOrderOverTheYearsEnd() {
        given(today("2026-06-01"), closed("2025-P12"))
                .when(beginClosing("2026-P01"))
                .thenRefused(new EarlierPeriodOpen(period("2026-P01"), period("2025-P13")))
                .and(closed("2025-P13"))
                .when(beginClosing("2026-P01"))
                .thenAccepted();
    }

    @Test
    void whatTheTableDoesNotHaveIsNeitherClosedNorOpened() {
        UnknownPeriod unknown = new UnknownPeriod(period("1999-P01"), period("2015-P01"), period("2045-P13"));
        given(MONDAY_AFTER_P05)
                .when(beginClosing("1999-P01"))
                .thenRefused(unknown)
                .when(requestReopening("1999-P01"))
                .thenRefused(unknown);
    }

    @Test
    void twoControllersOpenAPeriodAgain() {
        given(MONDAY_AFTER_P05, closed("2025-P05"))
                .when(approveReopening("2025-P05"))
                .thenRefused(new ReopeningNotRequested(period("2025-P05")))
                .when(requestReopening("2025-P05"))
                .thenRecorded(ReopeningRequested.class)
                .when(as(FERN, requestReopening("2025-P05")))
                .thenRefused(new ReopeningAlreadyRequested(period("2025-P05"), FAY))
                .when(as(FAY, approveReopening("2025-P05")))
                .thenRefused(new RequesterMayNotReopen(period("2025-P05"), FAY))
                .when(approveReopening("2025-P05"))
                .thenOnly(new BooksReopened(now(), period("2025-P05"), FAY, FERN))
                .when(requestReopening("2025-P05"))
                .thenRefused(new PeriodIsOpen(period("2025-P05")));
    }

    @Test
    void theLastClosedPeriodIsOpenedFirst() {
        given(today("2025-09-22"), closed("2025-P05"), closed("2025-P06"))
                .when(requestReopening("2025-P05"))
                .thenRefused(new LaterPeriodClosed(period("2025-P05"), period("2025-P06")))
                .and(reopened("2025-P06"))
                .when(requestReopening("2025-P05"))
                .thenAccepted();
    }

    /** What somebody wanted to open is another period by now. */
    @Test
    void closingAnotherPeriodSettlesWhatWasAskedAboutTheOneBefore() {
        given(today("2025-09-22"), closed("2025-P05"), requestReopening("2025-P05"), closed("2025-P06"))
                .when(approveReopening("2025-P06"))
                .thenRefused(new ReopeningNotRequested(period("2025-P06")));
    }

    @Test
    void aSecondClosingIsAnother() {
        given(MONDAY_AFTER_P05, closed("2025-P05"), reopened("2025-P05"))
                .when(closePeriod("2025-P05"))
                .thenRefused(new ClosingNotBegun(period("2025-P05")))
                .when(beginClosing("2025-P05"))
                .thenOnly(new ClosingBegun(now(), period("2025-P05"), 2, FAY));
    }

    private static final Given AN_ACCOUNT = ledger ->
            ledger.and(aBudgetOf("310.00").contributing("42.10").paidNet(), inTheAccount("2025-P03", "2025-06-02"));

    /** Law 8: late facts keep their date and their service period, and are posted in the earliest open period. */
    @Test
    void aLateFactIsPostedInTheEarliestOpenPeriod() {
        SpendRecorded late = given(AN_ACCOUNT, today("2025-09-01"), closed("2025-P05"))
                .when(spend("22.00", "2025-08-05"))
                .the(SpendRecorded.class);
        assertThat(late.when()).isEqualTo(new When(day("2025-08-05"), period("2025-P06")));
        assertThat(late.servicePeriod()).isEqualTo(period("2025-P05"));
        SpendRecorded older = given(AN_ACCOUNT, today("2025-09-01"), closed("2025-P05"))
                .when(spend("22.00", "2025-06-05"))
                .the(SpendRecorded.class);
        assertThat(older.when()).isEqualTo(new When(day("2025-06-05"), period("2025-P06")));
    }

    /** P05 open again takes in what belongs to it, and what belongs to closed ones before it; later ones keep theirs. */
    @Test
    void aPeriodOpenedAgainTakesInWhatIsLateForItAndForThoseBeforeIt() {
        Given reopened = ledger -> ledger.and(
                AN_ACCOUNT, today("2025-09-22"), closed("2025-P05"), closed("2025-P06"), reopened("2025-P06"));
        assertThat(given(reopened)
                        .when(spend("22.00", "2025-09-05"))
                        .the(SpendRecorded.class)
                        .when())
                .isEqualTo(new When(day("2025-09-05"), period("2025-P06")));
        assertThat(given(reopened)
                        .when(spend("22.00", "2025-08-05"))
                        .the(SpendRecorded.class)
                        .when())
                .isEqualTo(new When(day("2025-08-05"), period("2025-P06")));
        assertThat(given(reopened)
                        .when(contributionPaid(ACCOUNT, "42.10", "2025-09-22"))
                        .the(ContributionReceived.class)
                        .when())
                .isEqualTo(new When(day("2025-09-22"), period("2025-P07")));
    }

    @Test
    void onItsLastDayAPeriodClosesAndTheDayGoesOnInTheNext() {
        assertThat(given(AN_ACCOUNT, today("2025-08-24"), closed("2025-P05"))
                        .when(spend("22.00", "2025-08-24"))
                        .the(SpendRecorded.class)
                        .when())
                .isEqualTo(new When(day("2025-08-24"), period("2025-P06")));
    }
}
