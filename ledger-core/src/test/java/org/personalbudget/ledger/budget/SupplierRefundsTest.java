package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.AProviderPayment.paymentOf;
import static org.personalbudget.ledger.testing.AnInvoice.invoice;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.RecoveryWords.*;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;
import static org.personalbudget.ledger.testing.Then.inWords;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetRefusal.PaymentNotReady;
import org.personalbudget.ledger.budget.BudgetRefusal.PaymentStanding;
import org.personalbudget.ledger.budget.BudgetRefusal.PaymentStep;
import org.personalbudget.ledger.budget.RecoveryEvent.*;
import org.personalbudget.ledger.budget.RecoveryRefusal.*;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.Postings;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptAllocated;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SupplierRefundId;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

/** S20 and what is around it: suppliers pay back, and receipts find what they are for. */
class SupplierRefundsTest {

    private static final PaymentId PAID = paymentOf("4417");
    private static final SupplierRefundId REFUND = refundNamed("refund");

    private static final Given BY_THE_COUNCIL = ledger -> ledger.and(
            registerAgency(),
            aBudgetOf("310.00").planned(careOrderedFrom(AGENCY), flexibleLine()),
            today("2025-08-26"),
            payProvider("1028.50", "2025-07-28", "2025-08-24").onInvoice("4417"),
            paid(PAID, "2025-08-27"),
            today("2025-09-22"));

    /** The receipt comes first, before anybody knows what it is for. */
    @Test
    void s20() {
        Then due = given(BY_THE_COUNCIL, receipt("66.00", "2025-09-22")).when(refundDue("refund", PAID, "66.00"));
        SupplierRefundDue owed = due.the(SupplierRefundDue.class);
        assertThat(owed.refund()).isEqualTo(REFUND);
        assertThat(inWords(owed.split())).isEqualTo("LA 66.00");
        assertThat(due.posted().balances()).containsExactly("1400 66.00", "5000 -66.00", "9010 -66.00", "9200 66.00");
        assertThat(servicePeriods(owed)).containsExactly(new PeriodId(2025, 5));
        assertThat(owed.when().postingPeriod()).isEqualTo(new PeriodId(2025, 7));

        Then found = due.when(allocated(ReceiptTarget.SUPPLIER_REFUND, REFUND.value(), null))
                .thenRecorded(ReceiptApplied.class, ReceiptAllocated.class);
        assertThat(found.posted().balances()).containsExactly("1400 -66.00", "2400 66.00");
        assertThat(found.books().balance(5000)).isEqualTo("962.50");
        assertThat(found.books().balance(2400)).isEqualTo("0.00");
        assertThat(found.books().balance(1000)).isEqualTo("-962.50");
        found.when(allocated(ReceiptTarget.SUPPLIER_REFUND, REFUND.value(), "0.01"))
                .thenRefused(new ExceedsReceipt(RECEIPT, pounds("0.01"), pounds("0.00")));
    }

    /** Two lines of one invoice for the same plan line, 550.00 each: what is taken back of either is gone. */
    @Test
    void whatWasBilledInTwoLinesIsTakenBackOnce() {
        PaymentId twice = paymentOf("A-1");
        Then owed = given(
                        InvoiceGivens.ORDERED,
                        invoice("A-1").onLine("CARE", "25", "22.00", "550.00").onLine("CARE", "25", "22.00", "550.00"),
                        paid(twice, "2025-06-29"))
                .when(refundDue("first", twice, "700.00"))
                .when(refundDue("second", twice, "400.01"))
                .thenRefused(new ExceedsPaid(twice, pounds("400.01"), pounds("400.00")))
                .when(refundDue("second", twice, "400.00"));
        assertThat(owed.books().balance(5000)).isEqualTo("0.00");
        owed.when(refundDue("third", twice, "0.01"))
                .thenRefused(new ExceedsPaid(twice, pounds("0.01"), pounds("0.00")));
    }

    @Test
    void whatComesBackCanBeSpentAgain() {
        given(
                        registerAgency(),
                        aBudgetOf("310.00").planned(careOrderedFrom(AGENCY), flexibleLine()),
                        today("2025-05-05"),
                        payProvider("1100.00", "2025-04-07", "2025-05-04").onInvoice("4417"),
                        paid(PAID, "2025-05-05"))
                .when(payProvider("66.00", "2025-04-07", "2025-05-04").onInvoice("4418"))
                .thenRefused(new ExceedsHeadroom(
                        CARE,
                        pounds("66.00"),
                        pounds("14.00"),
                        pounds("1100.00"),
                        pounds("0.00"),
                        pounds("1100.00"),
                        pounds("14.00")))
                .when(refundDue("refund", PAID, "66.00"))
                .thenAccepted()
                .when(payProvider("66.00", "2025-04-07", "2025-05-04").onInvoice("4418"))
                .thenAccepted();
    }

    /** What has not reached the supplier, or has come back from its bank, is nothing that it could owe. */
    @Test
    void onlyWhatASupplierWasPaidIsOwedBack() {
        Given authorised = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00").planned(careOrderedFrom(AGENCY), flexibleLine()),
                today("2025-08-26"),
                payProvider("1028.50", "2025-07-28", "2025-08-24").onInvoice("4417"));
        given(authorised)
                .when(refundDue("refund", PAID, "66.00"))
                .thenRefused(new PaymentNotReady(PAID, PaymentStanding.INSTRUCTED, PaymentStep.REFUND));
        given(authorised, submit(PAID))
                .when(refundDue("refund", PAID, "66.00"))
                .thenRefused(new PaymentNotReady(PAID, PaymentStanding.SUBMITTED, PaymentStep.REFUND));
        given(authorised, paid(PAID, "2025-08-27"), comesBack(PAID, ReturnCode.BY_REMITTER, "2025-08-27"))
                .when(refundDue("refund", PAID, "66.00"))
                .thenRefused(new PaymentNotReady(PAID, PaymentStanding.RETURNED, PaymentStep.REFUND));
    }

    /** A penny that nobody is nearer to goes to the lead, as in every other split, though it was not named first. */
    @Test
    void aTieGoesToTheLead() {
        Given halves = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00").fundedBy(share(Funder.ICB, 50), share(Funder.LA, 50)),
                today("2025-08-26"),
                payProvider("100.00", "2025-07-28", "2025-08-24").onInvoice("4417"),
                paid(PAID, "2025-08-26"));
        Then due = given(halves).when(refundDue("refund", PAID, "0.01"));
        assertThat(inWords(due.the(SupplierRefundDue.class).split())).isEqualTo("ICB 0.01");
    }

    /** 70 to 30, over two periods: each part comes back as it was paid, and no penny is lost in two halves. */
    @Test
    void booksThatDifferGetBackWhatEachPaid() {
        Given shared = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00").fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30)),
                today("2025-08-26"),
                payProvider("1028.55", "2025-08-11", "2025-09-07").onInvoice("4417"),
                paid(PAID, "2025-08-26"),
                recharge(Funder.ICB, "300.00").named("recharge"));
        Then first = given(shared).when(refundDue("one", PAID, "333.33"));
        assertThat(first.the(SupplierRefundDue.class).portions()).hasSize(2);
        assertThat(first.posted().balance(5000, Funder.ICB)).isEqualTo("-100.00");
        assertThat(first.posted().balance(9200)).isEqualTo("333.33");

        Then second = first.when(refundDue("two", PAID, "695.22"));
        assertThat(second.books().balance(5000)).isEqualTo("0.00");
        assertThat(second.books().balance(5000, Funder.ICB)).isEqualTo("0.00");
        assertThat(second.books().balance(9200)).isEqualTo("0.00");
        second.when(recharge(Funder.ICB, null)).thenRefused(new AmountNotPositive("amount", pounds("-300.00")));

        Then received = second.and(receipt("400.00", "2025-08-26"))
                .when(allocated(
                        ReceiptTarget.SUPPLIER_REFUND, refundNamed("one").value(), null));
        assertThat(received.posted().balance(1000, Funder.ICB)).isEqualTo("100.00");
        assertThat(received.posted().balance(1000, Funder.LA)).isEqualTo("-100.00");
        assertThat(received.posted().balance(1400)).isEqualTo("-333.33");
        assertThat(received.posted().balance(2400, Source.UNKNOWN)).isEqualTo("333.33");
        RechargeId recharge = new RechargeId(Request.commandIdOf("recharge").derive("recharge"));
        Then paid = received.when(allocated(ReceiptTarget.RECHARGE, recharge.value(), null));
        assertThat(paid.posted().balance(1500, Funder.ICB)).isEqualTo("-66.67");
        assertThat(paid.posted().balance(1000, Funder.LA)).isEqualTo("-66.67");
        paid.when(rechargePaid(recharge, "233.34", "2025-08-26"))
                .thenRefused(new ExceedsOutstanding(recharge, pounds("233.34"), pounds("233.33")));
    }

    private static final Given FROM_THE_ACCOUNT = ledger -> ledger.and(
            registerAgency(),
            aBudgetOf("310.00")
                    .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                    .inAManagedAccount(),
            inTheAccount("2025-P03", "2025-06-02"),
            today("2025-06-29"),
            payProvider("1028.55", "2025-06-02", "2025-06-29").onInvoice("4417").fromTheAccount(),
            settle(PAID, SettlementLeg.BOTH, "2025-06-29"));

    @Test
    void whatWasPaidFromAnAccountComesBackIntoIt() {
        Then due = given(FROM_THE_ACCOUNT).when(refundDue("refund", PAID, "66.00"));
        assertThat(inWords(due.the(SupplierRefundDue.class).split())).isEqualTo("LA 46.20, ICB 19.80");
        assertThat(due.posted().balance(4100)).isEqualTo("19.80");
        assertThat(due.posted().balance(2500)).isEqualTo("-19.80");

        Then back = due.when(refundReceived(REFUND, ACCOUNT, null, "2025-06-29"));
        assertThat(back.posted().balances()).containsExactly("1215 66.00", "1400 -66.00");
        // 2500 is again the co-funder's part of what the account holds: 372.00 - 308.56 + 19.80.
        assertThat(back.books().balance(2500)).isEqualTo("-83.24");
        assertThat(back.books().balance(1215, Source.ICB)).isEqualTo("83.24");
        back.when(payProvider("277.45", "2025-06-02", "2025-06-29").fromTheAccount())
                .thenAccepted();
    }

    @Test
    void whatComesToTheCouncilInsteadIsNoLongerAnAdvance() {
        Then back = given(FROM_THE_ACCOUNT, refundDue("refund", PAID, "66.00"))
                .when(refundReceived(REFUND, null, "33.00", "2025-06-29"));
        assertThat(back.posted().balances()).containsExactly("1000 33.00", "1400 -33.00", "1500 -9.90", "2500 9.90");
        Then rest = back.and(receipt("100.00", "2025-06-29"))
                .when(allocated(ReceiptTarget.SUPPLIER_REFUND, REFUND.value(), null));
        assertThat(rest.posted().balance(1500)).isEqualTo("-9.90");
        assertThat(rest.books().balance(1400)).isEqualTo("0.00");
        assertThat(rest.books().balance(2500)).isEqualTo("-63.44");
        assertThat(rest.books().balance(1215, Source.ICB)).isEqualTo("63.44");
    }

    @Test
    void aReceiptIsAContributionThatWasUnpaid() {
        Given unpaid = ledger -> ledger.and(
                aBudgetOf("310.00").contributing("42.10").paidGross(),
                inTheAccount("2025-P03", "2025-06-02"),
                receipt("200.00", "2025-06-02"));
        Then found = given(unpaid).when(allocated(ReceiptTarget.CONTRIBUTION, null, null));
        assertThat(found.posted().balances()).containsExactly("1300 -168.40", "2400 168.40");
        found.when(allocated(ReceiptTarget.CONTRIBUTION, null, null))
                .thenRefused(new ExceedsWhatIsOwed(ReceiptTarget.CONTRIBUTION, pounds("31.60"), pounds("0.00")));
    }

    @Test
    void noMoreComesBackThanWasPaid() {
        given(BY_THE_COUNCIL)
                .when(refundDue("refund", PAID, "1028.51"))
                .thenRefused(new ExceedsPaid(PAID, pounds("1028.51"), pounds("1028.50")))
                .when(refundDue("one", PAID, "1028.50"))
                .thenAccepted()
                .when(refundDue("two", PAID, "0.01"))
                .thenRefused(new ExceedsPaid(PAID, pounds("0.01"), pounds("0.00")))
                .when(refundDue("none", paymentOf("9"), "1.00"))
                .thenRefused(new UnknownPayment(paymentOf("9")));
    }

    @Test
    void noMoreIsReceivedThanIsOwed() {
        SupplierRefundId nowhere = refundNamed("nowhere");
        AccountId other = accountNamed("other");
        given(BY_THE_COUNCIL, refundDue("refund", PAID, "66.00"))
                .when(refundReceived(REFUND, null, "66.01", "2025-09-22"))
                .thenRefused(new ExceedsSupplierRefund(REFUND, pounds("66.01"), pounds("66.00")))
                .when(refundReceived(REFUND, other, null, "2025-09-22"))
                .thenRefused(new RefundOfAnotherAccount(REFUND, other, null))
                .when(refundReceived(nowhere, null, null, "2025-09-22"))
                .thenRefused(new UnknownSupplierRefund(nowhere))
                .when(refundReceived(REFUND, null, null, "2025-09-23"))
                .thenRefused(new DateInFuture("on", day("2025-09-23"), day("2025-09-22")));
    }

    @Test
    void aReceiptIsForSomethingThatIsNamedAndNeverForMore() {
        ReceiptId nowhere = new ReceiptId(new UUID(1, 1));
        RechargeId nobody = new RechargeId(new UUID(1, 2));
        given(BY_THE_COUNCIL, receipt("70.00", "2025-09-22"), refundDue("refund", PAID, "66.00"))
                .when(allocated(nowhere, ReceiptTarget.CONTRIBUTION, null, null))
                .thenRefused(new UnknownReceipt(nowhere))
                .when(allocated(ReceiptTarget.SUPPLIER_REFUND, null, null))
                .thenRefused(new AllocationNeedsId(ReceiptTarget.SUPPLIER_REFUND))
                .when(allocated(ReceiptTarget.RECHARGE, nobody.value(), null))
                .thenRefused(new UnknownRecharge(BUDGET, nobody))
                .when(allocated(ReceiptTarget.SUPPLIER_REFUND, nobody.value(), null))
                .thenRefused(new UnknownSupplierRefund(new SupplierRefundId(nobody.value())))
                .when(allocated(ReceiptTarget.SUPPLIER_REFUND, REFUND.value(), "66.01"))
                .thenRefused(new ExceedsWhatIsOwed(ReceiptTarget.SUPPLIER_REFUND, pounds("66.01"), pounds("66.00")))
                .when(allocated(ReceiptTarget.SUPPLIER_REFUND, REFUND.value(), "70.01"))
                .thenRefused(new ExceedsReceipt(RECEIPT, pounds("70.01"), pounds("70.00")))
                .when(allocated(ReceiptTarget.SUPPLIER_REFUND, REFUND.value(), "0.00"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
    }

    private static List<PeriodId> servicePeriods(SupplierRefundDue event) {
        return Postings.of(event).stream().map(JournalEntry::servicePeriod).toList();
    }
}
