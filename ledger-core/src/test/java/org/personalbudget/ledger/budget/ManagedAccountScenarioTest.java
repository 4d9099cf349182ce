package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.AProviderPayment.paymentOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.BudgetRefusal.AccountCannotAfford;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.*;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** The scenarios about an organisation that holds the money, to the penny. */
class ManagedAccountScenarioTest {

    private static final Given HELD = ledger -> ledger.and(
            registerAgency(),
            aBudgetOf("310.00")
                    .planned(careOrderedFrom(AGENCY), flexibleLine())
                    .contributing("42.10")
                    .inAManagedAccount(),
            inTheAccount("2025-P03", "2025-06-02"),
            contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
            today("2025-06-29"));

    /** S07. */
    @Test
    void anInvoiceIsPaidFromTheAccount() {
        Then authorised = given(HELD)
                .when(payProvider("1100.00", "2025-06-02", "2025-06-29")
                        .onInvoice("HC-2201")
                        .units("50")
                        .fromTheAccount());
        assertThat(inWords(authorised.the(ProviderPaymentAuthorised.class).split()))
                .isEqualTo("LA 950.61, CLIENT 149.39");
        assertThat(authorised.the(PaymentInstructed.class).channel()).isEqualTo(Channel.ACCOUNT);
        assertThat(authorised.posted().balances())
                .containsExactly("2000 -1100.00", "5000 1100.00", "9100 1100.00", "9200 -1100.00");

        Then paid = authorised
                .when(settle(paymentOf("HC-2201"), SettlementLeg.BOTH, "2025-06-29"))
                .thenRecorded(PaymentSettled.class, ProviderPaidFromAccount.class);
        assertThat(paid.posted().balances()).containsExactly("1215 -1100.00", "2000 1100.00");

        Then fee =
                paid.when(spend("12.00", "2025-06-29").of(Category.SUPPORT_FEE).onLine("FLEX"));
        assertThat(inWords(fee.the(SpendRecorded.class).split())).isEqualTo("LA 10.37, CLIENT 1.63");
        assertThat(fee.books().balance(1215)).isEqualTo("128.00");
        assertThat(fee.books().balance(1000)).isEqualTo("-1071.60");
    }

    /** S08, the part that is approved: 46.75 of 50 hours. */
    @Test
    void anInvoiceIsPaidForWhatWasDelivered() {
        Then authorised = given(HELD)
                .when(payProvider("1028.50", "2025-06-02", "2025-06-29")
                        .onInvoice("HC-2202")
                        .units("46.75")
                        .fromTheAccount());
        assertThat(authorised.posted().balance(5000)).isEqualTo("1028.50");
        // What was not delivered stays ordered until somebody releases it.
        assertThat(authorised.posted().balance(9100)).isEqualTo("1028.50");
    }

    @Test
    void theProvidersMoneyComesBackIntoTheAccountAndStaysOwed() {
        Then back = given(
                        HELD,
                        payProvider("1100.00", "2025-06-02", "2025-06-29")
                                .onInvoice("HC-2201")
                                .fromTheAccount(),
                        settle(paymentOf("HC-2201"), SettlementLeg.BANK, "2025-06-29"))
                .when(comesBack(paymentOf("HC-2201"), ReturnCode.NO_ACCOUNT, "2025-06-29"))
                .thenRecorded(PaymentReturned.class, ProviderPaymentReturnedToAccount.class);
        assertThat(back.posted().balances()).containsExactly("1215 1100.00", "2000 -1100.00");
        back.when(reissue(paymentOf("HC-2201")))
                .thenRecorded(PaymentReissued.class)
                .when(submit(paymentOf("HC-2201")))
                .thenAccepted()
                .when(settle(paymentOf("HC-2201"), SettlementLeg.BOTH, "2025-06-29"))
                .thenAccepted();
        assertThat(back.books().balance(1215)).isEqualTo("140.00");
        assertThat(back.books().balance(2000)).isEqualTo("0.00");
    }

    @Test
    void ofASharedBudgetTheCoFundersPartIsIncomeWhenTheAccountIsCharged() {
        Then authorised = given(
                        registerAgency(),
                        aBudgetOf("310.00")
                                .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                                .inAManagedAccount(),
                        inTheAccount("2025-P03", "2025-06-02"))
                .when(payProvider("1028.55", "2025-06-02", "2025-06-29").fromTheAccount());
        assertThat(inWords(authorised.the(ProviderPaymentAuthorised.class).split()))
                .isEqualTo("LA 719.99, ICB 308.56");
        assertThat(authorised.posted().balance(2500)).isEqualTo("308.56");
        assertThat(authorised.posted().balance(4100)).isEqualTo("-308.56");
        assertThat(authorised.books().balance(2500)).isEqualTo("-63.44");
    }

    @Test
    void anAccountPaysWhatItCanAffordAndTheMoneyIsReserved() {
        Given funded = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00").contributing("42.10").paidNet(),
                inTheAccount("2025-P03", "2025-06-02"),
                contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
                spend("140.00", "2025-06-02"));
        given(funded)
                .when(payProvider("1100.00", "2025-06-02", "2025-06-29")
                        .fromTheAccount()
                        .onInvoice("A-1"))
                .thenAccepted()
                .when(payProvider("0.01", "2025-06-02", "2025-06-29")
                        .fromTheAccount()
                        .onInvoice("A-2"))
                .thenRefused(new AccountCannotAfford(ACCOUNT, pounds("0.01"), pounds("0.00")));
    }

    @Test
    void aLargeAmountOverAnAccountIsAttributedAsIfPaidPeriodByPeriod() {
        Then paid = given(
                        registerAgency(),
                        aBudgetOf("310.00").contributing("42.10").paidNet(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        contributionPaid(ACCOUNT, "168.40", "2025-06-02"))
                .when(payProvider("1100.01", "2025-05-19", "2025-06-15").fromTheAccount());
        ProviderPaymentAuthorised authorised = paid.the(ProviderPaymentAuthorised.class);
        assertThat(authorised.portions()).hasSize(2);
        assertThat(authorised.split().total()).isEqualTo(pounds("1100.01"));
        assertThat(inWords(authorised.split())).isEqualTo("LA 950.62, CLIENT 149.39");
    }
}
