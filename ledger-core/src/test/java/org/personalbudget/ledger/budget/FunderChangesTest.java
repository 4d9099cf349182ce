package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.AProviderPayment.paymentOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.FundingWords.*;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.RecoveryWords.refundDue;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.FunderRecharged;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.ContributionEvent.ClientMoneyReleased;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionAdjusted;
import org.personalbudget.ledger.budget.FundingEvent.FundersChanged;
import org.personalbudget.ledger.budget.FundingEvent.FundingRestated;
import org.personalbudget.ledger.budget.FundingRefusal.*;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class FunderChangesTest {

    /** 1,240.00 a period; 168.40 of it the person's, paid into the account. */
    private static final Given PAID = ledger -> ledger.and(
            aBudgetOf("310.00").contributing("42.10").paidNet(),
            inTheAccount("2025-P03", "2025-06-02"),
            contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
            today("2025-07-01"));

    private static Request nhsFrom(String day) {
        return changeFunders(day, share(Funder.LA, 0), share(Funder.ICB, 100));
    }

    /** The whole 1,240.00 become the NHS's: 1,071.60 that the council paid, and 168.40 that it now owes the person. */
    @Test
    void theNhsBearsWhatTheCouncilPaidAndThePersonIsPaidBack() {
        Then changed = given(PAID).when(nhsFrom("2025-06-02")).thenAccepted();

        assertThat(changed.the(FundersChanged.class).from()).isEqualTo(day("2025-06-02"));
        assertThat(changed.the(ContributionAdjusted.class).after()).isEqualTo(pounds("0.00"));
        assertThat(changed.the(ClientMoneyReleased.class).amount()).isEqualTo(pounds("168.40"));
        assertThat(inWords(changed.the(FundingRestated.class).moved())).isEqualTo("LA -1240.00, ICB 1240.00");
        Then asked = changed.when(recharge(Funder.ICB, null));
        assertThat(asked.the(FunderRecharged.class).amount()).isEqualTo(pounds("1240.00"));
        assertThat(asked.posted().balances()).containsExactly("1500 1240.00", "4100 -1240.00");
        asked.when(recharge(Funder.LA, null)).thenRefused(new NotACoFunder(Funder.LA));
    }

    /** Half of the 28 days: of 1,028.55 the first fourteen days' 514.28 stay the council's. */
    @Test
    void anInvoiceIsDividedByItsDays() {
        Then changed = given(
                        registerAgency(),
                        aBudgetOf("310.00"),
                        today("2025-07-01"),
                        payProvider("1028.55", "2025-06-02", "2025-06-29").named("invoice"))
                .when(nhsFrom("2025-06-16"));

        assertThat(inWords(changed.the(FundingRestated.class).moved())).isEqualTo("LA -514.27, ICB 514.27");
        assertThat(changed.the(FundingRestated.class).service()).isEqualTo(days("2025-06-02", "2025-06-29"));
    }

    /** Of 1,028.55 that the NHS bears now, 100.00 come back. */
    @Test
    void whatASupplierOwesBackIsNoLongerBorne() {
        Then due = given(
                        registerAgency(),
                        aBudgetOf("310.00"),
                        today("2025-07-01"),
                        payProvider("1028.55", "2025-06-02", "2025-06-29").onInvoice("HC-1"),
                        paid(paymentOf("HC-1"), "2025-07-01"),
                        nhsFrom("2025-06-02"))
                .when(refundDue("refund", paymentOf("HC-1"), "100.00"));

        assertThat(inWords(due.the(FundingRestated.class).moved())).isEqualTo("LA 100.00, ICB -100.00");
        assertThat(due.when(recharge(Funder.ICB, null))
                        .the(FunderRecharged.class)
                        .amount())
                .isEqualTo(pounds("928.55"));
    }

    /** 70/30 becomes 40/60: of 1,240.00 the council bears 496.00 less the person's 168.40, the NHS 744.00. */
    @Test
    void thePersonsPartStaysInTheCouncils() {
        Then changed = given(
                        aBudgetOf("310.00")
                                .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                                .contributing("42.10")
                                .paidNet(),
                        inTheAccount("2025-P03", "2025-06-02"))
                .when(changeFunders("2025-06-02", share(Funder.LA, 40), share(Funder.ICB, 60)));

        assertThat(inWords(changed.the(FundingRestated.class).moved())).isEqualTo("LA -372.00, ICB 372.00");
        Then asked = changed.when(recharge(Funder.ICB, null));
        assertThat(asked.the(FunderRecharged.class).amount()).isEqualTo(pounds("744.00"));
        assertThat(asked.the(FunderRecharged.class).advanced()).isEqualTo(pounds("372.00"));
    }

    @Test
    void whatArrivesLaterIsRestatedWhenItArrivesAndNoLongerWhenItIsTakenBack() {
        Then arrived = given(
                        aBudgetOf("310.00").paidNet(),
                        today("2025-06-02"),
                        instalment("2025-P03"),
                        submit(instalmentOf("2025-P03")))
                .when(nhsFrom("2025-06-02"))
                .thenAccepted()
                .when(settle(instalmentOf("2025-P03"), SettlementLeg.BOTH, "2025-06-02"));
        assertThat(inWords(arrived.the(FundingRestated.class).moved())).isEqualTo("LA -1240.00, ICB 1240.00");

        Then back = arrived.when(comesBack(instalmentOf("2025-P03"), ReturnCode.ACCOUNT_CLOSED, "2025-06-02"));
        assertThat(inWords(back.the(FundingRestated.class).moved())).isEqualTo("LA 1240.00, ICB -1240.00");
        back.when(recharge(Funder.ICB, null)).thenRefused(new AmountNotPositive("amount", pounds("0.00")));
    }

    @Test
    void aChangeTakenBackLeavesNothingToAskFor() {
        given(PAID, nhsFrom("2025-06-30"))
                .when(changeFunders("2025-06-30", share(Funder.LA, 100)))
                .thenAccepted()
                .when(recharge(Funder.ICB, null))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
    }

    @Test
    void aChangeInTheFutureMovesNothingThatWasPaid() {
        Then changed = given(PAID).when(nhsFrom("2025-07-28")).thenAccepted();

        assertThat(changed.all(FundingRestated.class)).isEmpty();
        Then next = changed.and(today("2025-07-28")).when(instalment("2025-P05"));
        assertThat(inWords(next.the(InstalmentApproved.class).payable())).isEqualTo("ICB 1240.00");
    }

    @Test
    void sharesAreWholeAndTheLeadStays() {
        given(PAID)
                .when(changeFunders("2025-06-02", share(Funder.ICB, 100)))
                .thenRefused(new LeadChanges(Funder.LA, Funder.ICB))
                .when(changeFunders("2025-06-02"))
                .thenRefused(new SharesNotWhole(0))
                .when(changeFunders("2025-06-02", share(Funder.LA, 70), share(Funder.ICB, 29)))
                .thenRefused(new SharesNotWhole(9900))
                .when(changeFunders("2025-06-02", share(Funder.LA, 70), share(Funder.LA, 30)))
                .thenRefused(new FunderTwice(Funder.LA))
                .when(changeFunders("2025-06-02", share(Funder.LA, 100), share(Funder.ICB, 0)))
                .thenRefused(new FunderShareNotPositive(Funder.ICB, 0))
                .when(changeFunders("2025-04-06", share(Funder.LA, 70), share(Funder.ICB, 30)))
                .thenRefused(new BeforeBudgetStarts("from", day("2025-04-06"), day("2025-04-07")));
    }

    @Test
    void onlyADifferenceIsAChange() {
        given(PAID)
                .when(changeFunders("2025-06-02", share(Funder.LA, 100)))
                .thenRefused(new SameFunders(day("2025-06-02")));
        given(PAID, nhsFrom("2025-06-30"))
                .when(nhsFrom("2025-07-28"))
                .thenRefused(new SameFunders(day("2025-07-28")))
                .when(changeFunders("2025-06-02", share(Funder.LA, 100)))
                .thenAccepted();
    }
}
