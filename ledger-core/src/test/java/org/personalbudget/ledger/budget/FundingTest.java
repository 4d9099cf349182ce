package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.FundingWords.*;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.FunderRecharged;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.FundingEvent.*;
import org.personalbudget.ledger.budget.FundingRefusal.*;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** At 70/30, 1,240.00 in the account and 1,028.55 paid to a provider: 372.00 and 308.56 are the ICB's. */
class FundingTest {

    private static final RechargeId JUNE = rechargeNamed("June");

    private static final Given IN_ACCOUNT = ledger -> ledger.and(
            registerAgency(),
            aBudgetOf("310.00")
                    .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                    .paidNet(),
            inTheAccount("2025-P03", "2025-06-02"));

    private static final Given BOTH =
            ledger -> ledger.and(IN_ACCOUNT, payProvider("1028.55", "2025-06-02", "2025-06-29"), today("2025-07-01"));

    /** What went into the account is owed since it arrived: only the rest is posted when it is asked for. */
    @Test
    void whatIsInTheAccountIsAskedForAndNotPostedTwice() {
        Then asked = given(BOTH).when(recharge(Funder.ICB, null).named("June"));

        assertThat(asked.the(FunderRecharged.class).amount()).isEqualTo(pounds("680.56"));
        assertThat(asked.the(FunderRecharged.class).advanced()).isEqualTo(pounds("372.00"));
        assertThat(asked.posted().balances()).containsExactly("1500 308.56", "4100 -308.56");
        assertThat(asked.books().balance(1500)).isEqualTo("680.56");
        Then paid = asked.when(rechargePaid(JUNE, null, "2025-07-01"));
        assertThat(paid.books().balance(1500)).isEqualTo("0.00");
        assertThat(paid.books().balance(2500)).isEqualTo("-372.00");
    }

    /** The first 372.00 asked for are those in the account. */
    @Test
    void partsAreAskedForFromTheAccountFirst() {
        Then asked = given(BOTH).when(recharge(Funder.ICB, "400.00"));

        assertThat(asked.the(FunderRecharged.class).advanced()).isEqualTo(pounds("372.00"));
        assertThat(asked.posted().balances()).containsExactly("1500 28.00", "4100 -28.00");
        assertThat(asked.when(recharge(Funder.ICB, null))
                        .the(FunderRecharged.class)
                        .amount())
                .isEqualTo(pounds("280.56"));
    }

    @Test
    void whatTheBankTakesBackIsNotAskedFor() {
        given(IN_ACCOUNT)
                .when(comesBack(instalmentOf("2025-P03"), ReturnCode.ACCOUNT_CLOSED, "2025-06-02"))
                .thenAccepted()
                .when(recharge(Funder.ICB, null))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
    }

    @Test
    void anAdvanceSettlesARechargeAsFarAsItReaches() {
        Given advanced = ledger -> ledger.and(
                BOTH,
                advance(Funder.ICB, "500.00", "2025-06-30"),
                recharge(Funder.ICB, null).named("June"));
        Then used = given(advanced).when(useAdvance(JUNE, null)).thenRecorded(FunderAdvanceUsed.class);

        assertThat(used.the(FunderAdvanceUsed.class).amount()).isEqualTo(pounds("500.00"));
        assertThat(used.posted().balances()).containsExactly("1500 -500.00", "2500 500.00");
        used.when(rechargePaid(JUNE, "180.57", "2025-07-01"))
                .thenRefused(new ExceedsOutstanding(JUNE, pounds("180.57"), pounds("180.56")))
                .when(useAdvance(JUNE, null))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")))
                .when(useAdvance(JUNE, "0.01"))
                .thenRefused(new ExceedsAdvance(Funder.ICB, pounds("0.01"), pounds("0.00")));
        given(advanced)
                .when(useAdvance(JUNE, "680.57"))
                .thenRefused(new ExceedsOutstanding(JUNE, pounds("680.57"), pounds("680.56")));
        given(BOTH).when(useAdvance(JUNE, null)).thenRefused(new UnknownRecharge(BUDGET, JUNE));
    }

    @Test
    void anAdvanceIsACoFundersAndHasHappened() {
        Then advance =
                given(BOTH).when(advance(Funder.ICB, "500.00", "2025-07-01")).thenRecorded(FunderAdvanceReceived.class);
        assertThat(advance.posted().balances()).containsExactly("1000 500.00", "2500 -500.00");
        given(BOTH)
                .when(advance(Funder.LA, "1.00", "2025-07-01"))
                .thenRefused(new NotACoFunder(Funder.LA))
                .when(advance(Funder.EDUCATION, "1.00", "2025-07-01"))
                .thenRefused(new NotACoFunder(Funder.EDUCATION))
                .when(advance(Funder.ICB, "0.00", "2025-07-01"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")))
                .when(advance(Funder.ICB, "1.00", "2025-07-02"))
                .thenRefused(new DateInFuture("on", day("2025-07-02"), day("2025-07-01")));
    }

    /** Of 680.56 asked for, 372.00 went into the account; with 400.00 paid, 280.56 are left, all of which may go back. */
    @Test
    void aRechargeIsReducedByWhatIsUnpaidAndNotInAnAccount() {
        Given asked = ledger -> ledger.and(BOTH, recharge(Funder.ICB, null).named("June"));
        Then reduced = given(asked)
                .when(reduce(JUNE, "308.57"))
                .thenRefused(new ExceedsReducible(JUNE, pounds("308.57"), pounds("308.56"), pounds("680.56")))
                .when(reduce(JUNE, "8.56"))
                .thenRecorded(RechargeReduced.class);
        assertThat(reduced.posted().balances()).containsExactly("1500 -8.56", "4100 8.56");
        assertThat(reduced.when(recharge(Funder.ICB, null))
                        .the(FunderRecharged.class)
                        .amount())
                .isEqualTo(pounds("8.56"));
        given(asked, rechargePaid(JUNE, "400.00", "2025-07-01"))
                .when(reduce(JUNE, "280.57"))
                .thenRefused(new ExceedsReducible(JUNE, pounds("280.57"), pounds("280.56"), pounds("280.56")))
                .when(reduce(JUNE, "0.00"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")))
                .when(reduce(JUNE, "280.56"))
                .thenAccepted();
        given(BOTH).when(reduce(JUNE, "1.00")).thenRefused(new UnknownRecharge(BUDGET, JUNE));
    }

    /** What the account has spent stays with whose money it was. */
    @Test
    void theAdvanceStandsForTheCoFundersMoneyInTheAccount() {
        Then spent = given(IN_ACCOUNT).when(spend("100.00", "2025-06-02")).thenAccepted();

        assertThat(spent.books().balance(2500, Funder.ICB))
                .isEqualTo("-" + spent.books().balance(1200, org.personalbudget.ledger.terms.Source.ICB));
        assertThat(spent.books().balance(2500)).isEqualTo("-342.00");
    }
}
