package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.budget.InvoiceGivens.*;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.paymentOf;
import static org.personalbudget.ledger.testing.AnInvoice.*;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.People.*;
import static org.personalbudget.ledger.testing.Request.as;
import static org.personalbudget.ledger.testing.SupplierWords.*;
import static org.personalbudget.ledger.testing.Then.inWords;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.CommitmentsPlaced;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.InvoiceEvent.*;
import org.personalbudget.ledger.budget.InvoiceRefusal.*;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundDue;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentEntered;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentMoved;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.Reason;
import org.personalbudget.ledger.invoice.ReasonCode;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** What people, and suppliers, do about invoices after the rules have spoken. */
class InvoiceSettlingTest {

    @Test
    void aCreditNoteAgainstADisputeMovesNoMoney() {
        Then then = given(PART_APPROVED).when(creditNote("CN-17", "A-1", "71.50"));
        then.thenRecorded(
                CreditNoteRecorded.class, CommitmentsPlaced.class, DocumentEntered.class, DocumentMoved.class);
        assertThat(then.posted().balances()).containsExactly("9010 -71.50", "9100 71.50");
        assertThat(then.the(DocumentMoved.class).standing()).isEqualTo(InvoiceStanding.APPROVED);
        then.when(creditNote("cn 17", "A-1", "1.00"))
                .thenRefused(new ExactDuplicate(idOf("CN-17"), new InvoiceNumber("CN-17"), InvoiceStanding.CREDITED));
        then.when(creditNote("CN-18", "A-1", "1028.51"))
                .thenRefused(new ExceedsInvoice(idOf("A-1"), pounds("1028.51"), pounds("1028.50")));
    }

    /** 10 of 50 hours were delivered: 220.00 are paid, 880.00 stay ordered, and twice as much is disputed. */
    @Test
    void noMoreLapsesThanIsOrdered() {
        Given twice = ledger -> ledger.and(
                ORDERED,
                delivered(visit("V-1", "2025-06-02", 600)),
                invoice("A-1").onLine("CARE", "50", "22.00", "1100.00").onLine("CARE", "50", "22.00", "1100.00"));
        String paid = given(twice).books().balance(9200);
        Then then = given(twice).when(as(ADA, rejectInvoice("A-1")));
        assertThat(then.posted().balances()).containsExactly("9010 -880.00", "9100 880.00");
        assertThat(then.books().balance(9200)).isEqualTo(paid);
    }

    @Test
    void whatLapsedStaysLapsed() {
        Then then = given(PART_APPROVED, creditNote("CN-17", "A-1", "71.50"), today("2025-06-29"))
                .when(proposePlan("2025-06-02", careOrderedFrom(AGENCY), flexibleLine("30.00")))
                .when(as(BOB, approvePlan(2)))
                .thenAccepted();
        assertThat(then.ledger().books().balance(9100))
                .isEqualTo(given(PART_APPROVED)
                        .when(creditNote("CN-17", "A-1", "71.50"))
                        .books()
                        .balance(9100));
    }

    @Test
    void aCreditNoteBeforePaymentLowersThePayment() {
        Then then = given(APPROVED).when(creditNote("CN-1", "A-1", "100.00"));
        then.thenRecorded(CreditNoteRecorded.class, PaymentReduced.class, DocumentEntered.class, DocumentMoved.class);
        assertThat(then.posted().balances())
                .containsExactly("2000 100.00", "5000 -100.00", "9010 -100.00", "9200 100.00");
        assertThat(then.the(PaymentReduced.class).remaining().total()).isEqualTo(pounds("1000.00"));
        Then all = then.when(creditNote("CN-2", "A-1", "1000.00"));
        assertThat(all.the(DocumentMoved.class).standing()).isEqualTo(InvoiceStanding.CREDITED);
        assertThat(all.books().balance(5000)).isEqualTo("0.00");
        all.when(creditNote("CN-3", "A-1", "0.01"))
                .thenRefused(new InvoiceNotOpen(idOf("A-1"), InvoiceStanding.CREDITED));
    }

    @Test
    void aCreditNoteAfterPaymentIsOwedBack() {
        Then then = given(APPROVED, submit(paymentOf("A-1"))).when(creditNote("CN-1", "A-1", "100.00"));
        then.thenRecorded(
                CreditNoteRecorded.class, SupplierRefundDue.class, DocumentEntered.class, DocumentMoved.class);
        assertThat(then.posted().balances())
                .containsExactly("1400 100.00", "5000 -100.00", "9010 -100.00", "9200 100.00");
        then.when(creditNoteOf(OTHER_AGENCY, "CN-9", "A-1", "1.00")).thenRefused(new UnknownInvoice(idOf("A-1")));
        then.when(disputeInvoice("A-1", "1.00"))
                .thenRefused(new ExceedsUnpaid(idOf("A-1"), pounds("1000.00"), Money.ZERO));
    }

    @Test
    void aSecondPersonPaysWhatIsDisputed() {
        given(PART_APPROVED)
                .when(approveInvoice("A-1", null))
                .thenRefused(new EnteredBySamePerson(IVY, idOf("A-1")))
                .when(as(ADA, approveInvoice("A-1", "71.51")))
                .thenRefused(new ExceedsDisputed(idOf("A-1"), pounds("71.51"), pounds("71.50")))
                .when(as(ADA, approveInvoice("A-9", null)))
                .thenRefused(new UnknownInvoice(idOf("A-9")));
        Then then = given(PART_APPROVED).when(as(ADA, approveInvoice("A-1", "22.00")));
        assertThat(then.the(PaymentInstructed.class).payment())
                .isEqualTo(PaymentId.invoice(AGENCY, new InvoiceNumber("A-1"), 2));
        assertThat(then.posted().balance(5000)).isEqualTo("22.00");
        assertThat(then.the(DocumentMoved.class).standing()).isEqualTo(InvoiceStanding.PART_APPROVED);
        Then rest = then.when(as(ADA, approveInvoice("A-1", null)));
        assertThat(rest.books().balance(5000)).isEqualTo("1100.00");
        assertThat(rest.the(DocumentMoved.class).standing()).isEqualTo(InvoiceStanding.APPROVED);
        rest.when(as(ADA, approveInvoice("A-1", null)))
                .thenRefused(new InvoiceNotOpen(idOf("A-1"), InvoiceStanding.APPROVED));
    }

    @Test
    void whatNoPlanHasAnyMoreIsNotPaidAfterAll() {
        Given left = ledger ->
                ledger.and(PART_APPROVED, proposePlan("2025-06-02", flexibleLine("30.00")), as(BOB, approvePlan(2)));
        given(left).when(as(ADA, approveInvoice("A-1", null))).thenRefused(new UnknownLine(CARE));
    }

    /** 46.75 of 50 hours were paid for; the other 3.25 are, half by half. */
    @Test
    void whatIsPaidInPartsIsPaidOnce() {
        Then half = given(PART_APPROVED).when(as(ADA, approveInvoice("A-1", "35.75")));
        assertThat(unitsOf(half)).isEqualTo(163);
        assertThat(unitsOf(half.when(as(ADA, approveInvoice("A-1", null))))).isEqualTo(162);
    }

    private static long unitsOf(Then then) {
        return then.the(InvoiceApproved.class).lines().getFirst().units().hundredths();
    }

    @Test
    void evenASecondPersonPaysNoMoreThanTheLineHas() {
        Then then =
                given(ORDERED, invoice("A-1").of("200", "22.00", "4400.00")).when(as(ADA, approveInvoice("A-1", null)));
        assertThat(then.decision().toString()).contains("ExceedsHeadroom");
    }

    @Test
    void whatIsKeptBackIsDisputedAndOrderedAgain() {
        Then then = given(APPROVED).when(disputeInvoice("A-1", "200.00"));
        then.thenRecorded(InvoiceDisputed.class, PaymentReduced.class, CommitmentsPlaced.class, DocumentMoved.class);
        assertThat(then.posted().balances())
                .containsExactly("2000 200.00", "5000 -200.00", "9100 -200.00", "9200 200.00");
        then.when(disputeInvoice("A-1", "900.01"))
                .thenRefused(new ExceedsUnpaid(idOf("A-1"), pounds("900.01"), pounds("900.00")));
        then.when(disputeInvoice("A-9", null)).thenRefused(new UnknownInvoice(idOf("A-9")));
        Then all = then.when(disputeInvoice("A-1", null));
        assertThat(all.the(DocumentMoved.class).standing()).isEqualTo(InvoiceStanding.DISPUTED);
        assertThat(all.books().balance(2000)).isEqualTo("0.00");
        all.when(disputeInvoice("A-1", null)).thenRefused(new InvoiceNotOpen(idOf("A-1"), InvoiceStanding.DISPUTED));
        Then declined = all.when(as(ADA, rejectInvoice("A-1")));
        assertThat(declined.the(DocumentMoved.class).standing()).isEqualTo(InvoiceStanding.REJECTED);
        assertThat(declined.posted().balances()).containsExactly("9010 -1100.00", "9100 1100.00");
    }

    @Test
    void whatIsHeldWaitsForASecondPerson() {
        Then held = given(ORDERED, invoice("A-1").of("20", "22.00", "440.00"))
                .when(invoice("A-2").of("20", "22.00", "440.00"));
        held.thenRecorded(InvoiceAssessed.class, DocumentEntered.class);
        InvoiceAssessed assessed = held.the(InvoiceAssessed.class);
        assertThat(codes(assessed)).containsExactly(ReasonCode.PROBABLE_DUPLICATE);
        assertThat(assessed.reasons().getFirst().other()).isEqualTo(idOf("A-1"));
        held.when(releaseInvoice("A-2")).thenRefused(new EnteredBySamePerson(IVY, idOf("A-2")));
        held.when(as(ADA, releaseInvoice("A-9"))).thenRefused(new UnknownInvoice(idOf("A-9")));
        held.when(as(ADA, releaseInvoice("A-1")))
                .thenRefused(new InvoiceNotOpen(idOf("A-1"), InvoiceStanding.APPROVED));
        held.when(creditNote("CN-1", "A-2", "1.00")).thenRefused(new InvoiceNotOpen(idOf("A-2"), InvoiceStanding.HELD));
        Then released = given(HELD).when(as(ADA, releaseInvoice("A-2")));
        released.thenRecorded(
                InvoiceReleased.class,
                InvoiceAssessed.class,
                ProviderPaymentAuthorised.class,
                InvoiceApproved.class,
                PaymentInstructed.class,
                DocumentMoved.class);
        assertThat(released.books().balance(5000)).isEqualTo("880.00");
    }

    @Test
    void whatIsHeldMayBeRejected() {
        given(HELD).when(rejectInvoice("A-2")).thenRefused(new EnteredBySamePerson(IVY, idOf("A-2")));
        given(HELD).when(as(ADA, rejectInvoice("A-9"))).thenRefused(new UnknownInvoice(idOf("A-9")));
        Then then = given(HELD)
                .when(as(ADA, rejectInvoice("A-2")))
                .thenRecorded(InvoiceRejected.class, DocumentMoved.class);
        then.when(as(ADA, rejectInvoice("A-2"))).thenRefused(new InvoiceNotOpen(idOf("A-2"), InvoiceStanding.REJECTED));
        then.when(invoice("A-2", "2025-06-02", "2025-06-29").of("30", "22.00", "660.00"))
                .thenAccepted();
    }

    @Test
    void theCouncilRecoversItsVatAndAnAccountDoesNot() {
        Given lifting = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00")
                        .planned(service(new LineId("KIT"), Category.EQUIPMENT, "60.00", null, null, AGENCY)),
                today("2025-06-29"));
        Then bought = given(lifting).when(invoice("K-1").taxed("KIT", "1", "200.00", "200.00", 2_000, "40.00"));
        assertThat(bought.posted().balances())
                .containsExactly("1450 40.00", "2000 -240.00", "5050 200.00", "9100 200.00", "9200 -200.00");
        assertThat(bought.the(PaymentInstructed.class).split().total()).isEqualTo(pounds("240.00"));
        Then back = bought.when(creditNote("CN-1", "K-1", "120.00"));
        assertThat(back.posted().balances())
                .containsExactly("1450 -20.00", "2000 120.00", "5050 -100.00", "9010 -100.00", "9200 100.00");
        Then owed = given(
                        lifting,
                        invoice("K-1").taxed("KIT", "1", "200.00", "200.00", 2_000, "40.00"),
                        submit(paymentOf("K-1")))
                .when(creditNote("CN-1", "K-1", "120.00"));
        assertThat(owed.posted().balances())
                .containsExactly("1400 120.00", "1450 -20.00", "5050 -100.00", "9010 -100.00", "9200 100.00");
        Then wrong = given(ORDERED).when(invoice("A-1").taxed("CARE", "10", "22.00", "220.00", 2_000, "44.00"));
        assertThat(codes(wrong.the(InvoiceAssessed.class))).containsExactly(ReasonCode.VAT_DOES_NOT_FIT);
    }

    @Test
    void coFundersBearTheirPartOfWhatIsRoundedAndWithdrawn() {
        Given shared = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00")
                        .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                        .planned(careOrderedFrom(AGENCY), flexibleLine()),
                today("2025-06-29"));
        Then then = given(shared).when(invoice("A-1").of("46.75", "22.00", "1028.55"));
        assertThat(inWords(then.the(PaymentInstructed.class).split())).isEqualTo("LA 719.99, ICB 308.56");
        Then back = then.when(disputeInvoice("A-1", null));
        assertThat(back.books().balance(2000)).isEqualTo("0.00");
    }

    private static List<ReasonCode> codes(InvoiceAssessed assessed) {
        return assessed.reasons().stream().map(Reason::code).toList();
    }
}
