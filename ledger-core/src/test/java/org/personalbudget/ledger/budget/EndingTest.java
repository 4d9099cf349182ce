package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.APolicy.policyFrom;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.PeriodsAllocated;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.BudgetRefusal.BeforeBudgetStarts;
import org.personalbudget.ledger.budget.BudgetRefusal.DateInFuture;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetEnded;
import org.personalbudget.ledger.budget.ChangeEvent.DeathRecorded;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.budget.ChangeEvent.OverAdvanced;
import org.personalbudget.ledger.budget.ChangeRefusal.BudgetHasEnded;
import org.personalbudget.ledger.budget.ContributionEvent.ClientMoneyReleased;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionAdjusted;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** A budget ends: S16, and what is refused after the last day. */
class EndingTest {

    private static final BudgetHasEnded ENDED = new BudgetHasEnded(day("2025-10-01"));
    private static final Given NET = aBudgetOf("310.00").contributing("42.10").paidNet();

    private static DeciderFixture paidP07() {
        return given(NET, inTheAccount("2025-P07", "2025-09-22"));
    }

    private static Money allocatedOff(Then then) {
        return then.the(PeriodsAllocated.class).amounts().stream()
                .filter(amount -> amount.servicePeriod().equals(period("2025-P07")))
                .map(amount -> amount.split().total())
                .reduce(Money.ZERO, Money::plus);
    }

    /** S16: 10 of 28 days: 442.86 gross, 60.14 contribution, 382.72 net. 1,071.60 was paid, so 688.88 too much. */
    @Test
    void aDeathInTheMiddleOfAPeriodWhoseContributionIsUnpaid() {
        Then died = paidP07().and(today("2025-10-14")).when(died("2025-10-01"));
        assertThat(died.the(DeathRecorded.class).diedOn()).isEqualTo(day("2025-10-01"));
        assertThat(allocatedOff(died)).isEqualTo(pounds("-797.14"));
        ContributionAdjusted adjusted = died.the(ContributionAdjusted.class);
        assertThat(adjusted.before()).isEqualTo(pounds("168.40"));
        assertThat(adjusted.after()).isEqualTo(pounds("60.14"));
        assertThat(adjusted.offReceivable()).isEqualTo(pounds("108.26"));
        assertThat(died.the(OverAdvanced.class).amount()).isEqualTo(pounds("688.88"));
        assertThat(died.posted().balance(4000)).isEqualTo("108.26");
        assertThat(died.posted().balance(1300)).isEqualTo("-108.26");
        assertThat(died.books().balance(1300)).isEqualTo("60.14");
        assertThat(died.books().balance(1200)).isEqualTo("1071.60");
        // Six whole periods and the ten days.
        assertThat(died.books().balance(9000)).isEqualTo("7882.86");
        died.when(instalment("2025-P08")).thenRefused(ENDED);
        died.when(instalment("2025-P07", ACCOUNT)).thenRefused(ENDED);
    }

    @Test
    void aDeathInTheMiddleOfAPeriodWhoseContributionWasPaid() {
        Then died = paidP07()
                .and(contributionPaid(ACCOUNT, "168.40", "2025-09-22"), today("2025-10-14"))
                .when(died("2025-10-01"));
        assertThat(died.the(ContributionAdjusted.class).toRefund()).isEqualTo(pounds("108.26"));
        assertThat(died.the(ClientMoneyReleased.class).amount()).isEqualTo(pounds("108.26"));
        assertThat(died.posted().balance(2300)).isEqualTo("-108.26");
        assertThat(died.posted().balance(4000)).isEqualTo("108.26");
        assertThat(died.posted().balance(1300)).isEqualTo("0.00");
        assertThat(died.posted().balance(1200, Source.LA)).isEqualTo("108.26");
        assertThat(died.posted().balance(1200, Source.CLIENT)).isEqualTo("-108.26");
        // 1,240.00 lies in the account, and 442.86 is what the ten days cost.
        assertThat(died.the(OverAdvanced.class).amount()).isEqualTo(pounds("797.14"));
    }

    /** Under GROSS the person is billed less, and 1,240.00 − 442.86 is over-advanced. */
    @Test
    void underGross() {
        Then died = given(
                        aBudgetOf("310.00").contributing("42.10").paidGross(),
                        inTheAccount("2025-P07", "2025-09-22"),
                        contributionPaid(null, "168.40", "2025-09-22"),
                        today("2025-10-14"))
                .when(died("2025-10-01"));
        assertThat(died.the(ContributionAdjusted.class).toRefund()).isEqualTo(pounds("108.26"));
        assertThat(died.all(ClientMoneyReleased.class)).isEmpty();
        assertThat(died.the(OverAdvanced.class).amount()).isEqualTo(pounds("797.14"));
        assertThat(died.posted().balance(2300)).isEqualTo("-108.26");
        assertThat(died.posted().balance(4000)).isEqualTo("108.26");
    }

    /** S16: 264.00 + 275.00 wages and notice, 12.00 fee, out of 1,912.35: 1,361.35 is left to be returned. */
    @Test
    void liabilitiesAlreadyIncurredAreStillPaid() {
        DeciderFixture ledger = given(
                policyFrom("2025-03-20").attributing(Attribution.CLIENT_FIRST_CONSUMED),
                NET,
                inTheAccount("2025-P06", "2025-08-26"),
                spend("230.85", "2025-08-26").of(Category.HOME_CARE),
                inTheAccount("2025-P07", "2025-09-22"),
                today("2025-10-14"),
                died("2025-10-01"),
                spend("264.00", "2025-10-10").of(Category.PERSONAL_ASSISTANT),
                spend("275.00", "2025-10-14").of(Category.PERSONAL_ASSISTANT));
        Then fee = ledger.when(spend("12.00", "2025-10-14").of(Category.SUPPORT_FEE));
        assertThat(fee.the(SpendRecorded.class).reasons()).isEmpty();
        assertThat(fee.books().balance(5010)).isEqualTo("539.00");
        assertThat(fee.books().balance(5070)).isEqualTo("12.00");
        assertThat(fee.books().balance(1200)).isEqualTo("1361.35");
        assertThat(fee.books().balance(1200, Source.LA)).isEqualTo("1361.35");
        Then choir = ledger.when(spend("20.00", "2025-10-13"));
        assertThat(choir.the(SpendRecorded.class).reasons()).containsExactly(SpendReason.AFTER_END);
    }

    /** What has not been handed to the bank is lowered to 382.72, and the next period is called off. */
    @Test
    void whatIsNotHandedOverIsLoweredOrCalledOff() {
        Then died = given(NET, today("2025-09-18"), instalment("2025-P07"), instalment("2025-P08"), today("2025-10-14"))
                .when(died("2025-10-01"));
        assertThat(died.all(InstalmentReduced.class)
                        .map(each -> each.servicePeriod() + " " + inWords(each.by()) + " " + each.gross() + " "
                                + each.contribution() + " " + each.cancelled()))
                .containsExactly("2025-P07 LA 688.88 797.14 108.26 false", "2025-P08 LA 1071.60 1240.00 168.40 true");
        assertThat(died.all(PaymentReduced.class).map(each -> inWords(each.remaining())))
                .containsExactly("LA 382.72", "");
        assertThat(died.all(OverAdvanced.class)).isEmpty();
        assertThat(died.books().balance(1190)).isEqualTo("382.72");
        assertThat(died.books().balance(2200)).isEqualTo("-382.72");
        assertThat(died.books().balance(1300)).isEqualTo("60.14");
        died.and(paid(instalmentOf("2025-P07"), "2025-10-15"));
        assertThat(died.books().balance(1200)).isEqualTo("382.72");
    }

    /** An end in the future: P07 is still paid, for its ten days. */
    @Test
    void anEndThatIsKnownBeforeItComes() {
        Then ended = given(NET, today("2025-09-15")).when(end("2025-10-01"));
        assertThat(ended.the(BudgetEnded.class).lastDay()).isEqualTo(day("2025-10-01"));
        InstalmentApproved last = ended.when(instalment("2025-P07")).the(InstalmentApproved.class);
        assertThat(last.service()).isEqualTo(days("2025-09-22", "2025-10-01"));
        assertThat(last.gross()).isEqualTo(pounds("442.86"));
        assertThat(last.contribution()).isEqualTo(pounds("60.14"));
        assertThat(inWords(last.payable())).isEqualTo("LA 382.72");
        ended.when(instalment("2025-P08")).thenRefused(ENDED);
        ended.when(oneOff("late", "2025-P08", "10.00")).thenRefused(ENDED);
        ended.when(end("2025-12-01")).thenRefused(ENDED);
        // Somebody whose budget ends may die before it does.
        ended.and(today("2025-09-30")).when(died("2025-09-29")).thenAccepted();
        ended.when(died("2025-09-29")).thenRefused(new BudgetHasEnded(day("2025-09-29")));
    }

    @Test
    void afterTheLastDayNothingBegins() {
        Then ended = given(NET, proposePlan("2025-09-01", careLine()), today("2025-10-14"))
                .when(end("2025-10-01"));
        ended.when(approvePlan(2)).thenRefused(ENDED);
        ended.when(proposePlan("2025-09-01", careLine())).thenRefused(ENDED);
        ended.when(oneOff("late", "2025-P07", "10.00")).thenRefused(ENDED);
        ended.when(open("late", AccountKind.MANAGED_ACCOUNT, ContributionMethod.NET, null, day("2025-09-01")))
                .thenRefused(ENDED);
        ended.when(move("late", ACCOUNT, AccountKind.MANAGED_ACCOUNT, ContributionMethod.NET, "2025-09-01"))
                .thenRefused(ENDED);
        ended.when(assess("50.00", "2025-10-02")).thenRefused(ENDED);
        ended.when(suspend("2025-10-02", SuspensionReason.HOSPITAL)).thenRefused(ENDED);
        ended.when(resume("2025-10-02")).thenRefused(ENDED);
        // What is owed up to the last day is still paid, and put right.
        ended.when(instalment("2025-P07")).thenAccepted();
        ended.when(assess("50.00", "2025-09-22")).thenAccepted();
    }

    @Test
    void whenAnEndIsPossible() {
        DeciderFixture ledger = given(NET, today("2025-10-14"));
        ledger.when(end("2025-04-06")).thenRefused(new BeforeBudgetStarts("on", day("2025-04-06"), day("2025-04-07")));
        ledger.when(died("2025-10-15")).thenRefused(new DateInFuture("on", day("2025-10-15"), day("2025-10-14")));
        ledger.when(end("2025-10-14")).thenAccepted();
        ledger.when(died("2025-10-14")).thenAccepted();
    }

    /** After a death the account is given nothing more, whatever turns out to be owed. */
    @Test
    void nothingIsPaidIntoTheAccountOfSomebodyWhoHasDied() {
        Then assessed = paidP07().and(today("2025-10-20"), died("2025-10-19")).when(assess("20.00", "2025-09-22"));
        assertThat(assessed.the(ContributionAdjusted.class).after()).isEqualTo(pounds("80.00"));
        assertThat(assessed.all(InstalmentApproved.class)).isEmpty();
    }

    /** Care is ordered from 16 June by a plan that the end on 10 June overtakes: nothing stays committed for it. */
    @Test
    void anOrderThatNeverBeginsIsNotCommitted() {
        Then ended = given(
                        registerAgency(),
                        aBudgetOf("310.00"),
                        today("2025-06-02"),
                        proposePlan("2025-06-16", careOrderedFrom(AGENCY), flexibleLine()),
                        approvePlan(2))
                .when(end("2025-06-10"));
        assertThat(ended.books().balance(9100)).isEqualTo("0.00");
    }
}
