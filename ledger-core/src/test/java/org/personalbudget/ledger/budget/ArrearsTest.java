package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionFellDue;
import org.personalbudget.ledger.budget.ContributionEvent.ArrearsAlertRaised;
import org.personalbudget.ledger.budget.ContributionEvent.ArrearsReviewRaised;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** 42.10 a week is 168.40 a period; the initial policy asks for an alert at two unpaid periods and a review at three. */
class ArrearsTest {

    private static final Given NET = aBudgetOf("310.00").contributing("42.10").paidNet();

    @Test
    void oneUnpaidPeriodRaisesNothing() {
        given(NET, today("2025-06-02")).when(raiseContribution("2025-P03")).thenRecorded(ContributionFellDue.class);
    }

    @Test
    void theSecondUnpaidPeriodRaisesAnAlertAndTheThirdAReview() {
        Then second = inArrearsWith("2025-P03").when(raiseContribution("2025-P04"));
        assertThat(second.the(ArrearsAlertRaised.class).unpaidPeriods()).isEqualTo(2);
        assertThat(second.the(ArrearsAlertRaised.class).outstanding()).isEqualTo(pounds("336.80"));
        Then third = second.when(raiseContribution("2025-P05"));
        third.thenRecorded(ContributionFellDue.class, ArrearsReviewRaised.class);
        assertThat(third.the(ArrearsReviewRaised.class).unpaidPeriods()).isEqualTo(3);
        assertThat(third.the(ArrearsReviewRaised.class).outstanding()).isEqualTo(pounds("505.20"));
        third.when(raiseContribution("2025-P06")).thenRecorded(ContributionFellDue.class);
    }

    @Test
    void anInstalmentThatMakesItFallDueRaisesItToo() {
        Then second = inArrearsWith("2025-P03").when(instalment("2025-P04"));
        assertThat(second.all(ArrearsAlertRaised.class)).hasSize(1);
        // Never netted from an instalment: 1,240.00 less this period's 168.40, and nothing of the last one's.
        assertThat(second.the(BudgetEvent.InstalmentApproved.class).payable().total())
                .isEqualTo(pounds("1071.60"));
    }

    @Test
    void aReceiptPaysTheOldestFirstAndTheNextArrearsAreRaisedAnew() {
        inArrearsWith("2025-P03", "2025-P04")
                .and(today("2025-07-28"), contributionPaid(null, "168.41", "2025-07-28"))
                .when(raiseContribution("2025-P05"))
                .thenRecorded(ContributionFellDue.class, ArrearsAlertRaised.class);
        // One penny less than the oldest leaves both unpaid.
        inArrearsWith("2025-P03", "2025-P04")
                .and(today("2025-07-28"), contributionPaid(null, "168.39", "2025-07-28"))
                .when(raiseContribution("2025-P05"))
                .thenRecorded(ContributionFellDue.class, ArrearsReviewRaised.class);
    }

    private static DeciderFixture inArrearsWith(String... periods) {
        DeciderFixture ledger = given(NET, today("2025-06-30"));
        for (String period : periods) ledger.and(raiseContribution(period));
        return ledger;
    }
}
