package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.paymentOf;
import static org.personalbudget.ledger.testing.AnInvoice.invoice;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.RecoveryWords.RECEIPT;
import static org.personalbudget.ledger.testing.RecoveryWords.allocated;
import static org.personalbudget.ledger.testing.RecoveryWords.receipt;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentReturnedToAccount;
import org.personalbudget.ledger.budget.BudgetEvent.SourceOverdrawn;
import org.personalbudget.ledger.budget.BudgetRefusal.AccountHoldsNoMoney;
import org.personalbudget.ledger.budget.BudgetRefusal.PaymentStanding;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownPayment;
import org.personalbudget.ledger.budget.CustodyCommand.*;
import org.personalbudget.ledger.budget.CustodyEvent.*;
import org.personalbudget.ledger.budget.CustodyRefusal.*;
import org.personalbudget.ledger.payment.PaymentEvent.SettlementUndone;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.receipt.ReceiptCommand.WithdrawReceipt;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptWithdrawn;
import org.personalbudget.ledger.receipt.ReceiptRefusal.NoSuchReceipt;
import org.personalbudget.ledger.receipt.ReceiptRefusal.ReceiptInUse;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class CustodyTest {

    private static final Given NET = aBudgetOf("310.00").contributing("42.10").paidNet();

    @Test
    void moneyOfUnknownOriginIsHeldAndPaysForNothing() {
        Then then = given(NET, today("2025-06-10")).when(unknown("50.00"));
        then.thenRecorded(UnknownCreditReceived.class);
        assertThat(then.posted().balance(1200, Source.UNKNOWN)).isEqualTo("50.00");
        assertThat(then.posted().balance(2400, Source.UNKNOWN)).isEqualTo("-50.00");
        then.when(withdrawn("60.00")).thenRefused(new NotSoMuchUnknown(ACCOUNT, pounds("60.00"), pounds("50.00")));
        assertThat(then.when(withdrawn("50.00")).books().balance(1200, Source.UNKNOWN))
                .isEqualTo("0.00");
    }

    @Test
    void aDeclinedCardPaymentIsAnAlertAndPostsNothing() {
        Then then = given(NET, today("2025-06-10"))
                .when(Request.of(new NoteDecline(
                        BUDGET, ACCOUNT, pounds("40.00"), day("2025-06-09"), new MerchantCode("7995"))));
        assertThat(then.the(CardDeclined.class).barred()).isTrue();
        assertThat(then.posted().balances()).isEmpty();
        AccountId managed = accountNamed("managed");
        given(
                        aBudgetOf("310.00"),
                        today("2025-06-10"),
                        openAccount(AccountKind.COUNCIL_MANAGED, ContributionMethod.GROSS, day("2025-04-07"))
                                .named("managed"))
                .when(Request.of(new NoteDecline(BUDGET, managed, pounds("40.00"), day("2025-06-09"), null)))
                .thenRefused(new AccountHoldsNoMoney(managed, AccountKind.COUNCIL_MANAGED));
    }

    @Test
    void whatHadNotLeftOrArrivedIsOpenAgain() {
        Then then = given(NET, inTheAccount("2025-P03", "2025-06-02"))
                .when(undone(SettlementLeg.BANK))
                .thenRefused(
                        new SettlementStands(instalmentOf("2025-P03"), PaymentStanding.CREDITED, SettlementLeg.BANK));
        Then back = then.when(undone(SettlementLeg.ACCOUNT));
        back.thenRecorded(AccountCreditUndone.class);
        assertThat(back.books().balances()).contains("1190 1071.60").doesNotContain("1200 1071.60");
        Then waiting = back.when(undone(SettlementLeg.BANK));
        waiting.thenRecorded(SettlementUndone.class);
        assertThat(waiting.books().balances()).contains("1100 -1071.60");
        waiting.when(settle(instalmentOf("2025-P03"), SettlementLeg.BOTH, "2025-06-02"))
                .thenAccepted();
        then.when(Request.of(new UndoSettlement(BUDGET, NO_PAYMENT, SettlementLeg.BANK, day("2025-06-02"))))
                .thenRefused(new UnknownPayment(NO_PAYMENT));
    }

    /** One payment for two plan lines concerns no single one. */
    @Test
    void anInvoiceOfSeveralLinesHadNotLeftTheAccountEither() {
        Then then = given(
                        registerAgency(),
                        aBudgetOf("310.00")
                                .planned(careOrderedFrom(AGENCY), flexibleLine())
                                .inAManagedAccount(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        today("2025-06-29"),
                        invoice("A-1").onLine("CARE", "10", "22.00", "220.00").onLine("FLEX", "1", "20.00", "20.00"),
                        settle(paymentOf("A-1"), SettlementLeg.BOTH, "2025-06-29"))
                .when(Request.of(new UndoSettlement(BUDGET, paymentOf("A-1"), SettlementLeg.BANK, day("2025-06-29"))));
        then.thenRecorded(SettlementUndone.class, ProviderPaymentReturnedToAccount.class);
        assertThat(then.posted().balances()).containsExactly("1215 240.00", "2000 -240.00");
    }

    @Test
    void whatWasNoContributionIsOwedAgain() {
        Then then = given(
                        NET,
                        inTheAccount("2025-P03", "2025-06-02"),
                        today("2025-06-10"),
                        contributionPaid(ACCOUNT, "168.40", "2025-06-03"))
                .when(noContribution("168.41"))
                .thenRefused(new NotSoMuchContributed(ACCOUNT, pounds("168.41"), pounds("168.40")));
        Then back = then.when(noContribution("168.40"));
        back.thenRecorded(ContributionPaymentUndone.class);
        assertThat(back.books().balance(1300, Source.CLIENT)).isEqualTo("168.40");
        assertThat(back.books().balance(1200, Source.CLIENT)).isEqualTo("0.00");
        assertThat(back.all(SourceOverdrawn.class)).isEmpty();
    }

    @Test
    void aReceiptIsTakenBackUntilSomethingIsFoundForIt() {
        Then then = given(
                        NET,
                        inTheAccount("2025-P03", "2025-06-02"),
                        today("2025-09-22"),
                        receipt("66.00", "2025-09-19"))
                .when(Request.of(new WithdrawReceipt(RECEIPT)));
        then.thenRecorded(ReceiptWithdrawn.class);
        assertThat(then.books().balance(2400, Source.UNKNOWN)).isEqualTo("0.00");
        ReceiptId none = new ReceiptId(new UUID(1, 1));
        then.when(Request.of(new WithdrawReceipt(none))).thenRefused(new NoSuchReceipt(none));
        then.when(receipt("66.00", "2025-09-19")).thenAccepted();
        then.when(allocated(ReceiptTarget.CONTRIBUTION, null, "60.00")).thenAccepted();
        then.when(Request.of(new WithdrawReceipt(RECEIPT)))
                .thenRefused(new ReceiptInUse(RECEIPT, pounds("66.00"), pounds("6.00")));
    }

    private static Request undone(SettlementLeg leg) {
        return Request.of(new UndoSettlement(BUDGET, instalmentOf("2025-P03"), leg, day("2025-06-02")));
    }

    private static Request noContribution(String amount) {
        return Request.of(new UndoContributionPayment(BUDGET, ACCOUNT, pounds(amount), day("2025-06-03")));
    }

    private static Request unknown(String amount) {
        return Request.of(new RecordUnknownCredit(BUDGET, ACCOUNT, pounds(amount), day("2025-06-03"), null));
    }

    private static Request withdrawn(String amount) {
        return Request.of(new WithdrawUnknownCredit(BUDGET, ACCOUNT, pounds(amount), day("2025-06-03")));
    }
}
