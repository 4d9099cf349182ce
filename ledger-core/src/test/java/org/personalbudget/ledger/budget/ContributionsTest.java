package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.testing.APolicy;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

class ContributionsTest {

    private static final Given BASE = aBudgetOf("310.00").paidNet();

    @Test
    void aContributionIsAssessedInTheCouncilsBook() {
        ContributionAssessed assessed = given(
                        aBudgetOf("310.00").fundedBy(share(Funder.ICB, 60), share(Funder.LA_CHILDREN, 40)))
                .when(assess("42.10", "2025-04-07"))
                .thenRecorded(ContributionAssessed.class)
                .the(ContributionAssessed.class);
        assertThat(assessed.book()).isEqualTo(Funder.LA_CHILDREN);
    }

    @Test
    void aContributionIsNotNegativeAndStartsWithTheBudgetWithinTheTable() {
        given(BASE).when(assess("-0.01", "2025-04-07")).thenRefused(new AmountNotPositive("weekly", pounds("-0.01")));
        given(BASE)
                .when(assess("1.00", "2025-04-06"))
                .thenRefused(new BeforeBudgetStarts("from", day("2025-04-06"), day("2025-04-07")));
        given(BASE)
                .when(assess("1.00", "2046-04-02"))
                .thenRefused(new DateOutOfRange("from", day("2046-04-02"), day("2015-04-06"), day("2046-04-01")));
        given(BASE).when(assess("0.00", "2025-04-07")).thenAccepted();
    }

    @Test
    void theCouncilsShareIsTheMostItCanBe() {
        Given shared = aBudgetOf("310.00").fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30));
        given(shared).when(assess("217.00", "2025-04-07")).thenAccepted();
        given(shared)
                .when(assess("217.01", "2025-04-07"))
                .thenRefused(new ContributionExceedsShare(pounds("217.01"), pounds("217.00")));
    }

    @Test
    void healthAndEducationNeverChargeNorIsACarerChargedUnlessPolicySaysSo() {
        given(aBudgetOf("310.00").fundedBy(share(Funder.ICB, 50), share(Funder.EDUCATION, 50)))
                .when(assess("0.00", "2025-04-07"))
                .thenRefused(new ContributionNotChargeable(CareGroup.ADULT));
        Given carer = aBudgetOf("310.00").forA(CareGroup.CARER);
        given(carer).when(assess("1.00", "2025-04-07")).thenRefused(new ContributionNotChargeable(CareGroup.CARER));
        given(today("2025-03-01"), APolicy.policyFrom("2025-03-01").chargingCarers(), carer)
                .when(assess("1.00", "2025-04-07"))
                .thenAccepted();
    }

    @Test
    void aContributionFallsDueOnTheFirstDayOfItsPeriodAndOnce() {
        Then raised = given(aBudgetOf("310.00").contributing("42.10"), today("2025-06-20"))
                .when(raiseContribution("2025-P03"))
                .thenRecorded(ContributionFellDue.class);
        ContributionFellDue due = raised.the(ContributionFellDue.class);
        assertThat(due.effectiveOn()).isEqualTo(day("2025-06-02"));
        assertThat(due.amount()).isEqualTo(pounds("168.40"));
        assertThat(due.method()).isEqualTo(ContributionMethod.GROSS);
        assertThat(raised.posted().balances()).containsExactly("1300 168.40", "4000 -168.40");
        raised.when(raiseContribution("2025-P03"))
                .thenRefused(new ContributionAlreadyRaised(period("2025-P03"), pounds("168.40")));
    }

    @Test
    void anInstalmentHasRaisedItAlready() {
        given(aBudgetOf("310.00").contributing("42.10").paidNet(), instalment("2025-P03"))
                .when(raiseContribution("2025-P03"))
                .thenRefused(new ContributionAlreadyRaised(period("2025-P03"), pounds("168.40")));
    }

    @Test
    void whereNothingIsDueNothingIsRaised() {
        given(BASE).when(raiseContribution("2025-P03")).thenRefused(new NoContribution(period("2025-P03")));
        given(BASE, assess("0.00", "2025-04-07"))
                .when(raiseContribution("2025-P03"))
                .thenRefused(new NoContribution(period("2025-P03")));
        given(aBudgetOf("310.00").startingOn("2025-06-30").contributing("42.10"))
                .when(raiseContribution("2025-P03"))
                .thenRefused(new NoContribution(period("2025-P03")));
        given(BASE).when(raiseContribution("2046-P02")).thenRefused(new PeriodOutOfRange(period("2046-P02")));
    }

    @Test
    void aContributionBeyondTheYearAllocatesFirst() {
        given(aBudgetOf("310.00").contributing("42.10"))
                .when(raiseContribution("2026-P01"))
                .thenRecorded(PeriodsAllocated.class, ContributionFellDue.class);
    }

    @Test
    void aPartPeriodIsRoundedDownAndNeverCostsMoreThanTheCouncilsPart() {
        assertThat(given(aBudgetOf("310.00").startingOn("2025-04-17").contributing("42.10"))
                        .when(raiseContribution("2025-P01"))
                        .the(ContributionFellDue.class)
                        .amount())
                .isEqualTo(pounds("108.25"));
        // 18 days at 0.10 cost 0.26 (0.2571), of which half is the council's; 0.05 a week is 0.12 (0.1285).
        assertThat(given(aBudgetOf("0.10")
                                .startingOn("2025-04-17")
                                .planned(flexibleLine("0.10"))
                                .fundedBy(share(Funder.LA, 50), share(Funder.ICB, 50))
                                .contributing("0.05"))
                        .when(raiseContribution("2025-P01"))
                        .the(ContributionFellDue.class)
                        .amount())
                .isEqualTo(pounds("0.12"));
    }

    @Test
    void theLatestAssessmentThatHasStartedCountsDayByDay() {
        // Two weeks at 42.10 and two at 21.00; the last decided of one day counts.
        assertThat(given(
                                aBudgetOf("310.00").contributing("42.10"),
                                assess("30.00", "2025-06-16"),
                                assess("21.00", "2025-06-16"))
                        .when(raiseContribution("2025-P03"))
                        .the(ContributionFellDue.class)
                        .amount())
                .isEqualTo(pounds("126.20"));
    }

    @Test
    void aContributionIsReceivedIntoAnAccountOrByTheCouncil() {
        Then intoAccount = given(BASE, today("2025-06-05"))
                .when(contributionPaid(ACCOUNT, "168.40", "2025-06-02"))
                .thenRecorded(ContributionReceived.class);
        assertThat(intoAccount.posted().balances()).containsExactly("1200 168.40", "1300 -168.40");
        assertThat(inWords(Split.of(intoAccount.the(ContributionReceived.class).received())))
                .isEqualTo("CLIENT 168.40");
        Then byCouncil = intoAccount.when(contributionPaid(null, "168.40", "2025-06-05"));
        assertThat(byCouncil.posted().balances()).containsExactly("1000 168.40", "1300 -168.40");
    }

    @Test
    void aGrossAccountHoldsFundersMoneyOnly() {
        Then byMistake = given(aBudgetOf("310.00").paidGross(), today("2025-06-05"))
                .when(contributionPaid(ACCOUNT, "168.40", "2025-06-02"));
        assertThat(inWords(Split.of(byMistake.the(ContributionReceived.class).received())))
                .isEqualTo("LA 168.40");
        assertThat(byMistake.posted().balances()).containsExactly("1200 168.40", "1300 -168.40");
    }

    @Test
    void whatWasReceivedHasHappenedWhereItCould() {
        Given june = today("2025-06-05");
        given(BASE, june)
                .when(contributionPaid(ACCOUNT, "0.00", "2025-06-02"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
        given(BASE, june)
                .when(contributionPaid(ACCOUNT, "1.00", "2025-06-06"))
                .thenRefused(new DateInFuture("on", day("2025-06-06"), day("2025-06-05")));
        given(BASE, june)
                .when(contributionPaid(ACCOUNT, "1.00", "2025-04-06"))
                .thenRefused(new BeforeAccountOpens("on", ACCOUNT, day("2025-04-06"), day("2025-04-07")));
        given(BASE, june)
                .when(contributionPaid(NO_ACCOUNT, "1.00", "2025-06-02"))
                .thenRefused(new UnknownAccount(BUDGET, NO_ACCOUNT));
        given(aBudgetOf("310.00").fundedBy(share(Funder.ICB, 100)), june)
                .when(contributionPaid(null, "1.00", "2025-06-02"))
                .thenRefused(new ContributionNotChargeable(CareGroup.ADULT));
        given(
                        aBudgetOf("310.00"),
                        open("council", AccountKind.COUNCIL_MANAGED, ContributionMethod.GROSS, null, day("2025-04-07")),
                        june)
                .when(contributionPaid(accountNamed("council"), "1.00", "2025-06-02"))
                .thenRefused(new AccountHoldsNoMoney(accountNamed("council"), AccountKind.COUNCIL_MANAGED));
    }
}
