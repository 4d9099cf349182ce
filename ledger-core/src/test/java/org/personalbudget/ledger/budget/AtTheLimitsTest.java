package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.APolicy.policyFrom;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.People.ALICE;
import static org.personalbudget.ledger.testing.People.BOB;
import static org.personalbudget.ledger.testing.Request.as;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionReceived;
import org.personalbudget.ledger.budget.BudgetEvent.LineOverspent;
import org.personalbudget.ledger.budget.BudgetEvent.PeriodsAllocated;
import org.personalbudget.ledger.budget.BudgetEvent.SpendCleared;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.BudgetRefusal.ExceedsHeadroom;
import org.personalbudget.ledger.budget.BudgetRefusal.InstalmentAlreadyApproved;
import org.personalbudget.ledger.budget.BudgetRefusal.InstructorMayNotSubmit;
import org.personalbudget.ledger.budget.BudgetRefusal.NotACoFunder;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.testing.SupplierWords;
import org.personalbudget.ledger.testing.Then;

/** What the independent model of the ledger once saw otherwise: the short histories that are left of it. */
class AtTheLimitsTest {

    private static final List<SpendReason> NONE = List.of();

    /** One source overdrawn and another not: together there is less than the second alone has. */
    @Test
    void anAccountCannotAffordWhatItsBalanceDoesNotHold() {
        Then spent = given(
                        aBudgetOf("310.00").contributing("42.10").paidNet(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        spend("1171.60", "2025-06-02").of(Category.HOME_CARE),
                        contributionPaid(ACCOUNT, "168.40", "2025-06-02"))
                .when(spend("68.41", "2025-06-02"));

        assertThat(spent.books().balance(1200)).isEqualTo("-0.01");
        assertThat(spent.the(SpendRecorded.class).reasons()).containsExactly(SpendReason.CANNOT_AFFORD);
    }

    @Test
    void theLastPennyOfTheBalanceCanBeAfforded() {
        Then spent = given(
                        aBudgetOf("310.00").contributing("42.10").paidNet(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        spend("1171.60", "2025-06-02").of(Category.HOME_CARE),
                        contributionPaid(ACCOUNT, "168.40", "2025-06-02"))
                .when(spend("68.40", "2025-06-02"));

        assertThat(spent.the(SpendRecorded.class).reasons()).isEqualTo(NONE);
        assertThat(spent.books().balance(1200)).isEqualTo("0.00");
    }

    /** Law 5: 35.00 flexible a week is 140.00 a period; what P04 has used of P03 is not there for P03 any more. */
    @Test
    void whatALaterPeriodHasUsedIsNotLeftToAnEarlierOne() {
        Then late = given(
                        policyFrom("2025-03-20").flexing(0),
                        aBudgetOf("310.00").startingOn("2025-06-02").paidGross(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        inTheAccount("2025-P04", "2025-06-30"),
                        spend("280.00", "2025-06-30"))
                .when(spend("0.01", "2025-06-29"));

        assertThat(late.the(SpendRecorded.class).reasons()).containsExactly(SpendReason.OVER_LINE);
    }

    @Test
    void aLateInvoiceCannotTakeWhatALaterPeriodHasUsed() {
        given(
                        policyFrom("2025-03-20").flexing(0),
                        SupplierWords.registerAgency(),
                        aBudgetOf("310.00")
                                .startingOn("2025-06-02")
                                .planned(service(CARE, Category.HOME_CARE, "275.00", null, null, null)),
                        today("2025-07-27"),
                        payProvider("2200.00", "2025-06-30", "2025-07-27"))
                .when(payProvider("0.01", "2025-06-02", "2025-06-29"))
                .thenRefused(new ExceedsHeadroom(
                        CARE,
                        pounds("0.01"),
                        pounds("0.00"),
                        pounds("2200.00"),
                        pounds("0.00"),
                        pounds("2200.00"),
                        pounds("0.00")));
    }

    /** What is spent to date counts, however much the rest of the year still allocates. */
    @Test
    void aBackdatedCutBelowWhatWasSpentIsCalledOut() {
        Then cut = given(
                        policyFrom("2025-03-20").flexing(0),
                        aBudgetOf("310.00").paidGross(),
                        inTheAccount("2025-P01", "2025-04-07"),
                        spend("140.00", "2025-04-07"),
                        today("2025-05-04"),
                        proposePlan("2025-04-07", careLine(), flexibleLine("20.00")))
                .when(approvePlan(2));

        LineOverspent over = cut.the(LineOverspent.class);
        assertThat(over.line()).isEqualTo(FLEX);
        assertThat(over.servicePeriod()).isEqualTo(period("2025-P01"));
        assertThat(over.over()).isEqualTo(pounds("60.00"));
    }

    /** A plan that starts the year after next leaves the year before it to the plan that is in force there. */
    @Test
    void aPlanFromALaterYearOnLeavesNoGap() {
        Then between = given(
                        aBudgetOf("310.00").paidGross(),
                        proposePlan("2027-05-01", careLine(), flexibleLine()),
                        approvePlan(2),
                        today("2026-05-10"))
                .when(instalment("2026-P02"));

        between.thenAccepted();
        assertThat(between.books().balance(9000)).isEqualTo(between.books().balance(9000, Funder.LA));
        assertThat(between.ledger().events().stream()
                        .filter(PeriodsAllocated.class::isInstance)
                        .map(PeriodsAllocated.class::cast)
                        .flatMap(allocated -> allocated.amounts().stream())
                        .filter(amount -> amount.servicePeriod().equals(period("2026-P02")))
                        .map(amount -> amount.split().total())
                        .toList())
                .containsExactly(pounds("1100.00"), pounds("140.00"));
    }

    /** Law 7: that somebody else tried it again does not make it somebody else's payment. */
    @Test
    void whoeverInstructedAPaymentNeverSubmitsItHoweverOftenItIsReissued() {
        PaymentId payment = instalmentOf("2025-P03");
        given(
                        aBudgetOf("310.00").paidGross(),
                        today("2025-06-02"),
                        as(ALICE, instalment("2025-P03")),
                        submit(payment),
                        comesBack(payment, ReturnCode.NO_ACCOUNT, "2025-06-02"),
                        as(BOB, reissue(payment)))
                .when(as(ALICE, submit(payment)))
                .thenRefused(new InstructorMayNotSubmit(ALICE, payment));
    }

    /** A spend before it is paid is judged as it would be when it is. */
    @Test
    void aSpendOfAYearNotYetAllocatedIsClearedAsItWouldBeAccepted() {
        given(
                        policyFrom("2025-03-20").flexing(0),
                        aBudgetOf("310.00").startingOn("2026-03-09").paidGross(),
                        inTheAccount("2025-P13", "2026-03-09"),
                        spend("140.00", "2026-03-09"),
                        today("2026-04-20"))
                .when(spend("20.00", "2026-04-20").notYetPaid())
                .thenRecorded(SpendCleared.class);
    }

    @Test
    void aOneOffOfTheSameRequestIsNotApprovedTwice() {
        given(aBudgetOf("310.00").paidGross(), oneOff("start-up", "2025-P01", "345.00"))
                .when(oneOff("start-up", "2025-P01", "345.00"))
                .thenRefused(new InstalmentAlreadyApproved(oneOffNamed("start-up"), ACCOUNT, period("2025-P01")));
    }

    /** Money already spent is recorded and queried, never refused. */
    @Test
    void aSpendThatNamesAUsedUpRingFenceIsRecorded() {
        Then spent = given(
                        aBudgetOf("310.00").paidGross(),
                        oneOff("start-up", "2025-P01", "345.00"),
                        paid(oneOffNamed("start-up"), "2025-04-07"),
                        spend("345.00", "2025-04-07").setAsideBy(oneOffNamed("start-up")))
                .when(spend("1.00", "2025-04-07").setAsideBy(oneOffNamed("start-up")));

        assertThat(spent.the(SpendRecorded.class).reasons())
                .containsExactly(SpendReason.OVER_LINE, SpendReason.CANNOT_AFFORD);
    }

    /** What fell due while carers were charged is still owed when they are charged no more. */
    @Test
    void aCarersContributionCanBePaidAfterThePolicyHasChanged() {
        given(
                        policyFrom("2025-03-20").chargingCarers(),
                        aBudgetOf("310.00")
                                .forA(CareGroup.CARER)
                                .contributing("42.10")
                                .paidGross(),
                        today("2025-04-07"),
                        policyFrom("2025-04-07"))
                .when(contributionPaid(null, "168.40", "2025-04-07"))
                .thenRecorded(ContributionReceived.class);
    }

    @Test
    void theCodeOfARefusalHasAHyphenBetweenAllItsWords() {
        assertThat(new NotACoFunder(Funder.LA).code()).isEqualTo("not-a-co-funder");
    }
}
