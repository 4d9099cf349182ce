package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.APolicy.policyFrom;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.LineOverspent;
import org.personalbudget.ledger.budget.BudgetEvent.PeriodsAllocated;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.budget.ChangeEvent.OverAdvanced;
import org.personalbudget.ledger.budget.ContributionEvent.ClientMoneyReleased;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionAdjusted;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** What follows from a decision about the past or the future: S14, and the same for contributions. */
class RestatementTest {

    /** Paid up to P08 (20 Oct to 16 Nov). */
    private static final Given PAID = ledger -> ledger.and(
            aBudgetOf("310.00").contributing("42.10").paidNet(),
            inTheAccount("2025-P06", "2025-08-26"),
            inTheAccount("2025-P07", "2025-09-22"),
            inTheAccount("2025-P08", "2025-10-20"));

    private static DeciderFixture dearer() {
        return given(
                PAID, today("2025-11-10"), proposeWeekly("352.50", "2025-09-08", careLine(), flexibleLine("77.50")));
    }

    /** S14: 8 Sep is the 15th day of P06, so 14 days × 42.50 ÷ 7 = 85.00; then 4 × 42.50 = 170.00 twice. */
    @Test
    void aBackdatedIncreaseIsPaidPeriodByPeriod() {
        Then approved = dearer().when(approvePlan(2));
        assertThat(approved.all(InstalmentApproved.class)
                        .map(each -> each.servicePeriod() + " " + each.instalment() + " "
                                + each.service().first() + " " + inWords(each.payable())))
                .containsExactly(
                        "2025-P06 ADJUSTMENT 2025-09-08 LA 85.00",
                        "2025-P07 ADJUSTMENT 2025-09-22 LA 170.00",
                        "2025-P08 ADJUSTMENT 2025-10-20 LA 170.00");
        assertThat(approved.all(InstalmentApproved.class))
                .allSatisfy(each -> assertThat(each.effectiveOn()).isEqualTo(day("2025-11-10")))
                .allSatisfy(each -> assertThat(each.contribution()).isEqualTo(pounds("0.00")));
        assertThat(approved.all(PaymentInstructed.class)).hasSize(3);
        assertThat(approved.posted().balance(1190)).isEqualTo("425.00");
        assertThat(approved.posted().balance(2200)).isEqualTo("-425.00");
        assertThat(approved.posted().balance(4000)).isEqualTo("0.00");
    }

    @Test
    void theSameIsOwedAfterThatAndNoMore() {
        DeciderFixture ledger = dearer().and(approvePlan(2));
        assertThat(ledger.when(assess("42.10", "2025-09-08")).all(InstalmentApproved.class))
                .isEmpty();
        // A later plan that changes nothing leaves nothing behind.
        ledger.and(proposeWeekly("352.50", "2025-09-08", careLine(), flexibleLine("77.50")));
        Then again = ledger.when(approvePlan(3));
        assertThat(again.all(InstalmentApproved.class)).isEmpty();
        assertThat(again.all(PeriodsAllocated.class)).isEmpty();
    }

    /** 10 days at 310.00 = 442.86 and 18 at 352.50 = 906.43: together 1,349.29, rounded once. */
    @Test
    void aChangeInTheMiddleOfAPeriodIsRoundedOnce() {
        Then approved = given(
                        aBudgetOf("310.00").paidNet(),
                        inTheAccount("2025-P07", "2025-09-22"),
                        today("2025-10-14"),
                        proposeWeekly("352.50", "2025-10-02", careLine(), flexibleLine("77.50")))
                .when(approvePlan(2));
        assertThat(approved.the(InstalmentApproved.class).gross()).isEqualTo(pounds("109.29"));
        assertThat(approved.the(InstalmentApproved.class).service()).isEqualTo(days("2025-10-02", "2025-10-19"));
    }

    /** Under GROSS the same, since the contribution is not kept back. */
    @Test
    void underGrossAsUnderNet() {
        Then approved = given(
                        aBudgetOf("310.00").contributing("42.10").paidGross(),
                        inTheAccount("2025-P07", "2025-09-22"),
                        today("2025-11-10"),
                        proposeWeekly("352.50", "2025-09-08", careLine(), flexibleLine("77.50")))
                .when(approvePlan(2));
        assertThat(inWords(approved.the(InstalmentApproved.class).payable())).isEqualTo("LA 170.00");
    }

    /** 42.50 × 4 = 170.00 at 70/30. */
    @Test
    void everyFunderPaysItsShareOfTheIncrease() {
        Then approved = given(
                        aBudgetOf("310.00")
                                .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                                .contributing("42.10")
                                .paidNet(),
                        inTheAccount("2025-P07", "2025-09-22"),
                        today("2025-11-10"),
                        proposeWeekly("352.50", "2025-09-08", careLine(), flexibleLine("77.50")))
                .when(approvePlan(2));
        assertThat(inWords(approved.the(InstalmentApproved.class).payable())).isEqualTo("LA 119.00, ICB 51.00");
    }

    /** 42.10 → 20.00 a week from P07 on: 168.40 → 80.00, so 88.40 less is kept back. */
    @Test
    void aLowerContributionThatIsUnpaidLowersWhatIsOwedAndIsPaidByTheCouncil() {
        Then assessed = given(
                        aBudgetOf("310.00").contributing("42.10").paidNet(),
                        inTheAccount("2025-P07", "2025-09-22"),
                        today("2025-10-10"))
                .when(assess("20.00", "2025-09-22"));
        ContributionAdjusted adjusted = assessed.the(ContributionAdjusted.class);
        assertThat(adjusted.before()).isEqualTo(pounds("168.40"));
        assertThat(adjusted.after()).isEqualTo(pounds("80.00"));
        assertThat(adjusted.offReceivable()).isEqualTo(pounds("88.40"));
        assertThat(adjusted.toRefund()).isEqualTo(pounds("0.00"));
        assertThat(inWords(assessed.the(InstalmentApproved.class).payable())).isEqualTo("LA 88.40");
        assertThat(assessed.the(InstalmentApproved.class).gross()).isEqualTo(pounds("0.00"));
        assertThat(assessed.the(InstalmentApproved.class).contribution()).isEqualTo(pounds("-88.40"));
        assertThat(assessed.posted().balances())
                .containsExactly("1190 88.40", "1300 -88.40", "2200 -88.40", "4000 88.40");
    }

    /** The person had paid: they are owed 88.40, and what still lies in the account becomes the council's. */
    @Test
    void aLowerContributionThatWasPaidIsOwedBack() {
        Then assessed = given(
                        aBudgetOf("310.00").contributing("42.10").paidNet(),
                        inTheAccount("2025-P07", "2025-09-22"),
                        contributionPaid(ACCOUNT, "168.40", "2025-09-22"),
                        today("2025-10-10"))
                .when(assess("20.00", "2025-09-22"));
        assertThat(assessed.the(ContributionAdjusted.class).toRefund()).isEqualTo(pounds("88.40"));
        assertThat(assessed.the(ClientMoneyReleased.class).amount()).isEqualTo(pounds("88.40"));
        assertThat(assessed.all(InstalmentApproved.class)).isEmpty();
        assertThat(assessed.posted().balances()).containsExactly("2300 -88.40", "4000 88.40");
        assertThat(assessed.books().balance(1200)).isEqualTo("1240.00");
    }

    /** Of the 88.40 only 40.00 is left in the CLIENT pot: the council pays 48.40 more into the account. */
    @Test
    void whatThePersonHadPaidAndIsSpentIsPaidByTheCouncil() {
        Then assessed = given(
                        policyFrom("2025-03-20").attributing(Attribution.CLIENT_FIRST_CONSUMED),
                        aBudgetOf("310.00").contributing("42.10").paidNet(),
                        inTheAccount("2025-P07", "2025-09-22"),
                        contributionPaid(ACCOUNT, "168.40", "2025-09-22"),
                        today("2025-09-23"),
                        spend("128.40", "2025-09-23").of(Category.HOME_CARE),
                        today("2025-10-10"))
                .when(assess("20.00", "2025-09-22"));
        assertThat(assessed.the(ClientMoneyReleased.class).amount()).isEqualTo(pounds("40.00"));
        assertThat(inWords(assessed.the(InstalmentApproved.class).payable())).isEqualTo("LA 48.40");
    }

    /** 42.10 → 60.00: 71.60 more is due; the instalment not yet handed over is lower by as much. */
    @Test
    void aHigherContributionIsTakenOffWhatHasNotBeenHandedOver() {
        Then assessed = given(
                        aBudgetOf("310.00").contributing("42.10").paidNet(),
                        today("2025-09-15"),
                        instalment("2025-P07"))
                .when(assess("60.00", "2025-09-22"));
        InstalmentReduced reduced = assessed.the(InstalmentReduced.class);
        assertThat(inWords(reduced.by())).isEqualTo("LA 71.60");
        assertThat(reduced.gross()).isEqualTo(pounds("0.00"));
        assertThat(reduced.contribution()).isEqualTo(pounds("-71.60"));
        assertThat(reduced.cancelled()).isFalse();
        assertThat(inWords(assessed.the(PaymentReduced.class).remaining())).isEqualTo("LA 1000.00");
        assertThat(assessed.posted().balances())
                .containsExactly("1190 -71.60", "1300 71.60", "2200 71.60", "4000 -71.60");
        // What is paid then is the lower amount.
        Then credited =
                assessed.and(paid(instalmentOf("2025-P07"), "2025-09-22")).when(assess("60.00", "2025-09-22"));
        assertThat(credited.books().balance(1200)).isEqualTo("1000.00");
        assertThat(credited.books().balance(1190)).isEqualTo("0.00");
        assertThat(credited.books().balance(2200)).isEqualTo("0.00");
    }

    @Test
    void aHigherContributionForWhatIsPaidIsAnOverAdvance() {
        DeciderFixture ledger = given(PAID, today("2025-11-10"));
        Then assessed = ledger.when(assess("60.00", "2025-10-20"));
        assertThat(assessed.the(OverAdvanced.class).servicePeriod()).isEqualTo(period("2025-P08"));
        assertThat(assessed.the(OverAdvanced.class).amount()).isEqualTo(pounds("71.60"));
        assertThat(assessed.posted().balances()).containsExactly("1300 71.60", "4000 -71.60");
        // Less than was said before is not said again; more is, as a whole.
        assertThat(ledger.when(assess("50.00", "2025-10-20")).all(OverAdvanced.class))
                .isEmpty();
        assertThat(ledger.when(assess("65.00", "2025-10-20"))
                        .the(OverAdvanced.class)
                        .amount())
                .isEqualTo(pounds("91.60"));
    }

    /** A line that loses what was spent on it: 35.00 → 5.00 a week leaves 20.00 for 100.00. */
    @Test
    void aCheaperLineIsSaidToBeOverspent() {
        Then approved = given(
                        aBudgetOf("310.00").startingOn("2025-09-22").paidNet(),
                        inTheAccount("2025-P07", "2025-09-22"),
                        spend("100.00", "2025-09-22"),
                        policyFrom("2025-09-22").flexing(0),
                        proposePlan("2025-09-22", careLine(), flexibleLine("5.00")))
                .when(approvePlan(2));
        assertThat(approved.the(LineOverspent.class).over()).isEqualTo(pounds("80.00"));
    }

    @Test
    void aWhollyEatenInstalmentIsPaidOnceTheContributionFalls() {
        Then assessed = given(
                        aBudgetOf("310.00").contributing("310.00").paidNet(),
                        today("2025-09-15"),
                        instalment("2025-P07"))
                .when(assess("300.00", "2025-09-22"));
        assertThat(inWords(assessed.the(InstalmentApproved.class).payable())).isEqualTo("LA 40.00");
        assertThat(assessed.the(PaymentInstructed.class).split())
                .isEqualTo(assessed.the(InstalmentApproved.class).payable())
                .isNotEqualTo(Split.NOTHING);
    }
}
