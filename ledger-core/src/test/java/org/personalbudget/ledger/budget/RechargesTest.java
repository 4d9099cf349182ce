package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.FunderRecharged;
import org.personalbudget.ledger.budget.BudgetEvent.RechargePaid;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class RechargesTest {

    private static final RechargeId AUGUST =
            new RechargeId(Request.commandIdOf("August").derive("recharge"));

    /** S18: 308.56 of the council's 1,028.55 is the ICB's. */
    private static final Given PAID = ledger -> ledger.and(
            registerAgency(),
            aBudgetOf("310.00")
                    .planned(careOrderedFrom(AGENCY), flexibleLine())
                    .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30)),
            payProvider("1028.55", "2025-07-28", "2025-08-24"),
            today("2025-09-01"));

    private static final Given ASKED =
            ledger -> ledger.and(PAID, recharge(Funder.ICB, null).named("August"));

    /** S18. */
    @Test
    void aCoFunderIsAskedForItsPartAndPays() {
        Then asked =
                given(PAID).when(recharge(Funder.ICB, null).named("August")).thenRecorded(FunderRecharged.class);
        assertThat(asked.the(FunderRecharged.class).amount()).isEqualTo(pounds("308.56"));
        assertThat(asked.posted().balances()).containsExactly("1500 308.56", "4100 -308.56");
        Then paid = asked.when(rechargePaid(AUGUST, null, "2025-09-01")).thenRecorded(RechargePaid.class);
        assertThat(paid.posted().balances()).containsExactly("1000 308.56", "1500 -308.56");
    }

    @Test
    void onlyACoFunderIsAsked() {
        given(PAID).when(recharge(Funder.LA, null)).thenRefused(new NotACoFunder(Funder.LA));
        given(PAID).when(recharge(Funder.EDUCATION, null)).thenRefused(new NotACoFunder(Funder.EDUCATION));
    }

    @Test
    void andForNoMoreThanItsPart() {
        given(PAID)
                .when(recharge(Funder.ICB, "308.57"))
                .thenRefused(new ExceedsRechargeable(Funder.ICB, pounds("308.57"), pounds("308.56")));
        given(PAID, recharge(Funder.ICB, "300.00"))
                .when(recharge(Funder.ICB, "8.57"))
                .thenRefused(new ExceedsRechargeable(Funder.ICB, pounds("8.57"), pounds("8.56")));
        given(ASKED).when(recharge(Funder.ICB, null)).thenRefused(new AmountNotPositive("amount", pounds("0.00")));
    }

    @Test
    void aRechargeIsPaidInPartsAndNoMoreThanWhole() {
        given(ASKED, rechargePaid(AUGUST, "300.00", "2025-09-01"))
                .when(rechargePaid(AUGUST, "8.57", "2025-09-01"))
                .thenRefused(new ExceedsOutstanding(AUGUST, pounds("8.57"), pounds("8.56")))
                .when(rechargePaid(AUGUST, null, "2025-09-01"))
                .thenAccepted()
                .when(rechargePaid(AUGUST, null, "2025-09-01"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
    }

    @Test
    void whatWasPaidHasHappenedForARechargeThatWasAsked() {
        given(ASKED)
                .when(rechargePaid(AUGUST, null, "2025-09-02"))
                .thenRefused(new DateInFuture("on", day("2025-09-02"), day("2025-09-01")));
        given(PAID).when(rechargePaid(AUGUST, null, "2025-09-01")).thenRefused(new UnknownRecharge(BUDGET, AUGUST));
    }

    /** 372.00 of the instalment are the ICB's, whatever the account pays from it. */
    @Test
    void whatWentIntoAnAccountIsRechargedWhateverTheAccountPays() {
        Then asked = given(
                        registerAgency(),
                        aBudgetOf("310.00")
                                .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                                .paidNet(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        payProvider("100.00", "2025-06-02", "2025-06-29").fromTheAccount())
                .when(recharge(Funder.ICB, null));
        assertThat(asked.the(FunderRecharged.class).amount()).isEqualTo(pounds("372.00"));
        assertThat(asked.posted().balances()).isEmpty();
    }
}
