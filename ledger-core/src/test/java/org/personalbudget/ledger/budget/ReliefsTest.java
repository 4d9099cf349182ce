package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.budget.ReclaimNoticesTest.THREE_PERIODS;
import static org.personalbudget.ledger.budget.ReclaimReceiptsTest.MISUSE;
import static org.personalbudget.ledger.budget.ReclaimReceiptsTest.misuse;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.ReclaimWords.*;
import static org.personalbudget.ledger.testing.Request.as;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionAdjusted;
import org.personalbudget.ledger.budget.ContributionRefusal.NothingToRefund;
import org.personalbudget.ledger.budget.ReclaimEvent.*;
import org.personalbudget.ledger.budget.ReclaimRefusal.*;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.People;
import org.personalbudget.ledger.testing.Then;

/** An amount is let go: proposed by one, agreed to by another, above 500.00 by the panel. */
class ReliefsTest {

    private static final Given OWED = ledger ->
            ledger.and(THREE_PERIODS, notice(ReclaimKind.SURPLUS, null), today("2025-07-01"), decide(RECLAIM));

    /** 300.00 in, 287.40 spent, 12.60 waived: nothing is left. */
    @Test
    void whatIsLeftOfACarersOneOffIsTheirs() {
        Then approved = given(
                        aBudgetOf("10.00")
                                .forA(CareGroup.CARER)
                                .planned(service(CARE, Category.CARER_SUPPORT, "10.00", null, null, null))
                                .paidGross(),
                        today("2025-06-02"),
                        oneOff("break", "2025-P03", "300.00"),
                        paid(oneOffNamed("break"), "2025-06-02"),
                        spend("287.40", "2025-06-02").of(Category.CARER_SUPPORT).setAsideBy(oneOffNamed("break")),
                        waive(ACCOUNT, "12.60"))
                .when(approveRelief(RELIEF))
                .thenRecorded(ReliefApproved.class);
        assertThat(approved.posted().balances()).containsExactly("1200 -12.60", "5900 12.60");
        assertThat(approved.books().balance(1200)).isEqualTo("0.00");
    }

    @Test
    void whatIsOwedCanBeWrittenOff() {
        Then approved = given(OWED, writeOff(RECLAIM, "500.00"))
                .when(approveRelief(RELIEF))
                .thenRecorded(ReliefApproved.class);
        assertThat(approved.posted().balances()).containsExactly("1350 -500.00", "5900 500.00");
        approved.when(received(RECLAIM, ReclaimRoute.BANK, "740.01", "2025-07-01"))
                .thenRefused(new ExceedsReclaim(RECLAIM, pounds("740.01"), pounds("740.00")));
    }

    @Test
    void soCanAnUnpaidContribution() {
        Given unpaid = ledger ->
                ledger.and(aBudgetOf("310.00").contributing("42.10").paidNet(), inTheAccount("2025-P03", "2025-06-02"));
        Then approved = given(unpaid, writeOffContribution("168.40")).when(approveRelief(RELIEF));
        assertThat(approved.posted().balances()).containsExactly("1300 -168.40", "5900 168.40");
        approved.when(writeOffContribution("0.01").named("more"))
                .thenRefused(new ExceedsRelievable(ReliefOf.CONTRIBUTION, pounds("0.01"), pounds("0.00")));
    }

    /** Nobody paid what was let go, so nothing of it comes back when less turns out to be due. */
    @Test
    void whatWasLetGoIsNotPaidBack() {
        Given letGo = ledger -> ledger.and(
                aBudgetOf("310.00").contributing("42.10").paidGross(),
                raiseContribution("2025-P03"),
                writeOffContribution("168.40"),
                approveRelief(RELIEF));
        Then less = given(letGo).when(assess("20.00", "2025-06-02"));
        assertThat(less.the(ContributionAdjusted.class).offReceivable()).isEqualTo(pounds("88.40"));
        assertThat(less.the(ContributionAdjusted.class).toRefund()).isEqualTo(pounds("0.00"));
        less.when(refund(null)).thenRefused(new NothingToRefund(pounds("0.00")));
    }

    /** A co-funder bears its part of what is let go, as it would of a spend. */
    @Test
    void coFundersBearTheirParts() {
        Then approved = given(
                        aBudgetOf("310.00")
                                .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                                .paidNet(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        waive(ACCOUNT, "100.00"))
                .when(approveRelief(RELIEF));
        assertThat(approved.posted().balances())
                .containsExactly("1200 -100.00", "2500 30.00", "4100 -30.00", "5900 100.00");
    }

    @Test
    void aboveTheLimitThePanelDecides() {
        given(OWED, writeOff(RECLAIM, "500.01"))
                .when(as(Role.FINANCE_CONTROLLER, approveRelief(RELIEF)))
                .thenRefused(new AboveReliefLimit(pounds("500.01"), pounds("500.00")))
                .when(as(Role.PANEL, approveRelief(RELIEF)))
                .thenAccepted();
    }

    @Test
    void nobodyDecidesOnWhatTheyProposed() {
        given(OWED, as(Role.FINANCE_CONTROLLER, writeOff(RECLAIM, "1.00")))
                .when(as(Role.FINANCE_CONTROLLER, approveRelief(RELIEF)))
                .thenRefused(new ProposerMayNotRelieve(People.FAY, RELIEF))
                .when(as(Role.FINANCE_CONTROLLER, rejectRelief(RELIEF)))
                .thenRefused(new ProposerMayNotRelieve(People.FAY, RELIEF));
    }

    @Test
    void itIsDecidedOnce() {
        given(OWED, writeOff(RECLAIM, "1.00"))
                .when(rejectRelief(RELIEF))
                .thenRecorded(ReliefRejected.class)
                .when(approveRelief(RELIEF))
                .thenRefused(new ReliefNotOpen(RELIEF))
                .when(approveRelief(NO_RELIEF))
                .thenRefused(new UnknownRelief(NO_RELIEF))
                .when(rejectRelief(NO_RELIEF))
                .thenRefused(new UnknownRelief(NO_RELIEF));
    }

    @Test
    void whatIsLetGoIsNamedAndThere() {
        given(OWED)
                .when(relief(ReliefKind.WAIVER, ReliefOf.RECLAIM, null, null, "1.00"))
                .thenRefused(new ReliefNeeds(ReliefOf.RECLAIM, "reclaimId"))
                .when(relief(ReliefKind.WAIVER, ReliefOf.ACCOUNT, null, null, "1.00"))
                .thenRefused(new ReliefNeeds(ReliefOf.ACCOUNT, "accountId"))
                .when(writeOff(NO_RECLAIM, "1.00"))
                .thenRefused(new UnknownReclaim(NO_RECLAIM))
                .when(waive(NO_ACCOUNT, "1.00"))
                .thenRefused(new UnknownAccount(BUDGET, NO_ACCOUNT))
                .when(writeOff(RECLAIM, "0.00"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")))
                .when(writeOff(RECLAIM, "1240.01"))
                .thenRefused(new ExceedsRelievable(ReliefOf.RECLAIM, pounds("1240.01"), pounds("1240.00")))
                .when(waive(ACCOUNT, "2480.01"))
                .thenRefused(new ExceedsRelievable(ReliefOf.ACCOUNT, pounds("2480.01"), pounds("2480.00")));
        given(THREE_PERIODS, notice(ReclaimKind.SURPLUS, null))
                .when(writeOff(RECLAIM, "1.00"))
                .thenRefused(new ReclaimNotDecided(RECLAIM));
        given(
                        aBudgetOf("310.00"),
                        openAccount(AccountKind.COUNCIL_MANAGED, ContributionMethod.GROSS, day("2025-04-07")))
                .when(waive(ACCOUNT, "1.00"))
                .thenRefused(new AccountHoldsNoMoney(ACCOUNT, AccountKind.COUNCIL_MANAGED));
    }

    /** Misuse was a debt from the judgement on. Let off altogether or paid, there is nothing left to let go. */
    @Test
    void ofMisuseThatIsLetOffOrPaidNothingIsLetGo() {
        Given budget = ledger -> ledger.and(aBudgetOf("310.00").paidGross(), inTheAccount("2025-P03", "2025-06-02"));
        BudgetRefusal nothing = new ExceedsRelievable(ReliefOf.RECLAIM, pounds("1.00"), pounds("0.00"));
        given(misuse(budget), askReconsideration(MISUSE), reconsider(MISUSE, "0.00"))
                .when(writeOff(MISUSE, "1.00"))
                .thenRefused(nothing);
        given(misuse(budget), received(MISUSE, ReclaimRoute.BANK, null, "2025-07-01"))
                .when(writeOff(MISUSE, "1.00"))
                .thenRefused(nothing);
    }

    /** It is looked at again when it is agreed to: in the meantime the money may have come. */
    @Test
    void whatHasComeIsNotLetGo() {
        given(OWED, writeOff(RECLAIM, "500.00"), received(RECLAIM, ReclaimRoute.BANK, "740.01", "2025-07-01"))
                .when(approveRelief(RELIEF))
                .thenRefused(new ExceedsRelievable(ReliefOf.RECLAIM, pounds("500.00"), pounds("499.99")));
    }
}
