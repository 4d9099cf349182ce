package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.budget.InvoiceGivens.*;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.AProviderPayment.paymentOf;
import static org.personalbudget.ledger.testing.AnInvoice.*;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.suspend;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.People.*;
import static org.personalbudget.ledger.testing.SupplierWords.*;
import static org.personalbudget.ledger.testing.Then.inWords;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.InvoiceCommand.ToldVisit;
import org.personalbudget.ledger.budget.InvoiceEvent.*;
import org.personalbudget.ledger.budget.InvoiceRefusal.*;
import org.personalbudget.ledger.invoice.DeliveredVisit;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentEntered;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.Reason;
import org.personalbudget.ledger.invoice.ReasonCode;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ledger.terms.VisitId;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** What is decided about invoices, given, when and then. */
class InvoicesTest {

    @Test
    void whatIsInOrderIsAuthorisedAndInstructed() {
        Then then = given(ORDERED).when(invoice("A-1").of("50", "22.00", "1100.00"));
        then.thenRecorded(
                InvoiceAssessed.class,
                ProviderPaymentAuthorised.class,
                InvoiceApproved.class,
                PaymentInstructed.class,
                DocumentEntered.class);
        assertThat(then.posted().balances())
                .containsExactly("2000 -1100.00", "5000 1100.00", "9100 1100.00", "9200 -1100.00");
        assertThat(then.the(PaymentInstructed.class).payment()).isEqualTo(paymentOf("A-1"));
        assertThat(then.the(InvoiceAssessed.class).dueOn()).isEqualTo(day("2025-07-29"));
        then.when(invoice("a 1").of("50", "22.00", "1100.00"))
                .thenRefused(new ExactDuplicate(idOf("A-1"), new InvoiceNumber("A-1"), InvoiceStanding.APPROVED));
        then.when(payProvider("1.00", "2025-06-02", "2025-06-29").onInvoice("A-1"))
                .thenRefused(new AlreadyInstructed(paymentOf("A-1"), AGENCY, new InvoiceNumber("A-1")));
    }

    @Test
    void whatWasPaidByHandUnderItsNumberIsADuplicate() {
        given(ORDERED, payProvider("22.00", "2025-06-02", "2025-06-29").onInvoice("A-1"))
                .when(invoice("A-1").of("50", "22.00", "1100.00"))
                .thenRefused(new ExactDuplicate(idOf("A-1"), new InvoiceNumber("A-1"), InvoiceStanding.APPROVED));
    }

    @Test
    void aRejectedNumberMayBeHandedInAgain() {
        Then rejected = given(ORDERED).when(invoice("A-1").from(OTHER_AGENCY).onLine("CARE", "1", "22.00", "22.00"));
        assertThat(rejected.the(InvoiceAssessed.class).standing()).isEqualTo(InvoiceStanding.REJECTED);
        rejected.when(invoice("A-1").from(OTHER_AGENCY).onLine("FLEX", "1", "20.00", "20.00"))
                .thenAccepted();
    }

    @Test
    void aSupplierHandsInItsOwn() {
        given(ORDERED)
                .when(byProvider("AG-18", invoice("A-1").of("50", "22.00", "1100.00")))
                .thenRefused(new NotTheSupplier(AGENCY))
                .when(byProvider("AG-17", invoice("A-1").of("50", "22.00", "1100.00")))
                .thenAccepted()
                .when(byProvider("AG-18", delivered(visit("V-9", "2025-06-02", 60))))
                .thenRefused(new NotTheSupplier(AGENCY))
                .when(byProvider("AG-18", creditNote("CN-1", "A-1", "1.00")))
                .thenRefused(new NotTheSupplier(AGENCY));
    }

    @Test
    void anInvoiceHasLinesAndAmounts() {
        given(ORDERED).when(invoice("A-1")).thenRefused(new InvoiceWithoutLines());
        for (String none : List.of("0", "-1")) {
            given(ORDERED)
                    .when(invoice("A-1").of("10", "22.00", "220.00").of(none, "22.00", "22.00"))
                    .thenRefused(new QuantityNotPositive(new InvoiceLineId("2"), Units.of(new BigDecimal(none))));
        }
        given(ORDERED)
                .when(invoice("A-1").of("1", "0.00", "0.00"))
                .thenRefused(new AmountNotPositive("gross", Money.ZERO));
        given(ORDERED)
                .when(invoice("A-1", "2022-06-02", "2025-06-29").of("1", "22.00", "22.00"))
                .thenRefused(new ServiceTooLong(days("2022-06-02", "2025-06-29"), 731));
    }

    @Test
    void nobodyKnowsTheSupplier() {
        given(aBudgetOf("310.00"), today("2025-06-29"))
                .when(invoice("A-1").of("1", "22.00", "22.00"))
                .thenRefused(new UnknownSupplier(AGENCY));
    }

    @Test
    void whatWasNotDeliveredIsDisputedAndTracked() {
        Then then = given(DELIVERED_LESS).when(invoice("A-1").of("50", "22.00", "1100.00"));
        InvoiceAssessed assessed = then.the(InvoiceAssessed.class);
        assertThat(assessed.standing()).isEqualTo(InvoiceStanding.PART_APPROVED);
        assertThat(assessed.approved()).isEqualTo(pounds("1028.50"));
        assertThat(assessed.disputed()).isEqualTo(pounds("71.50"));
        assertThat(codes(assessed)).containsExactly(ReasonCode.EXCEEDS_DELIVERED);
        assertThat(then.posted().balance(5000)).isEqualTo("1028.50");
        assertThat(then.posted().balance(9100)).isEqualTo("1028.50");
    }

    /** 1,200 visits are one decision of three events; with one wrong among them, none is recorded. */
    @Test
    void manyVisitsAreRecordedInPartsOfFiveHundredAndTogether() {
        ToldVisit[] visits = IntStream.rangeClosed(1, 1_200)
                .mapToObj(number -> visit("V-" + number, "2025-06-02", 30))
                .toArray(ToldVisit[]::new);
        Then then = given(ORDERED).when(delivered(visits));
        assertThat(then.all(ActualsRecorded.class).map(event -> event.visits().size()))
                .containsExactly(500, 500, 200);
        assertThat(then.all(ActualsRecorded.class)
                        .flatMap(event -> event.visits().stream())
                        .map(DeliveredVisit::visit)
                        .distinct())
                .hasSize(1_200);
        then.when(delivered(visits)).thenRecorded();
        visits[1_199] = visit("V-1200", "2025-06-02", 0);
        given(ORDERED).when(delivered(visits)).thenRefused(new VisitOfNoLength(new VisitId("V-1200"), 0));
    }

    @Test
    void aVisitIsToldOnce() {
        Then then = given(ORDERED).when(delivered(visit("V-1", "2025-06-02", 52), visit("V-2", "2025-06-03", 53)));
        assertThat(then.the(ActualsRecorded.class).visits())
                .extracting(visit -> visit.units().hundredths())
                .containsExactly(75L, 100L);
        then.when(delivered(visit("V-1", "2025-06-02", 52))).thenRecorded();
        then.when(delivered(visit("V-1", "2025-06-02", 60)))
                .thenRefused(new VisitToldOtherwise(new VisitId("V-1"), 60, 52));
        then.when(delivered(visit("V-3", "2025-06-30", 60)))
                .thenRefused(new DateInFuture("on", day("2025-06-30"), day("2025-06-29")));
        then.when(delivered(visit("V-3", "2025-06-02", 0))).thenRefused(new VisitOfNoLength(new VisitId("V-3"), 0));
        then.when(deliveredBy(OTHER_AGENCY, visit("V-3", "2025-06-02", 60)))
                .thenRefused(new VisitNotOrdered(new VisitId("V-3"), null, OTHER_AGENCY));
        then.when(delivered(visitOn("NONE", "V-3", "2025-06-02", 60)))
                .thenRefused(new VisitNotOrdered(new VisitId("V-3"), new LineId("NONE"), AGENCY));
    }

    @Test
    void aManagedAccountPaysForWhatItHolds() {
        Given held = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00")
                        .planned(careOrderedFrom(AGENCY), flexibleLine())
                        .contributing("42.10")
                        .inAManagedAccount(),
                inTheAccount("2025-P03", "2025-06-02"),
                contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
                today("2025-06-29"));
        Then then = given(held).when(invoice("HC-2201").of("50", "22.00", "1100.00"));
        assertThat(inWords(then.the(ProviderPaymentAuthorised.class).split())).isEqualTo("LA 950.61, CLIENT 149.39");
        assertThat(then.the(PaymentInstructed.class).channel()).isEqualTo(Channel.ACCOUNT);
        Then less = then.when(creditNote("CN-1", "HC-2201", "110.00"));
        assertThat(inWords(less.the(PaymentReduced.class).remaining())).isEqualTo("LA 855.55, CLIENT 134.45");
        Then poor = given(held, invoice("HC-1").of("50", "22.00", "1100.00"))
                .when(invoice("HC-2", "2025-06-30", "2025-07-27").of("10", "22.00", "220.00"));
        assertThat(codes(poor.the(InvoiceAssessed.class))).contains(ReasonCode.ACCOUNT_CANNOT_AFFORD);
        assertThat(poor.the(InvoiceAssessed.class).standing()).isEqualTo(InvoiceStanding.HELD);
    }

    @Test
    void ratesThatChangeAreAppliedDayByDay() {
        Given rates = ledger ->
                ledger.and(ORDERED, rate("22.00", "2025-04-07", "2025-06-15"), rate("20.00", "2025-06-16", null));
        Then two = given(rates)
                .when(invoice("A-1")
                        .of("25", "22.00", "550.00", days("2025-06-02", "2025-06-15"))
                        .of("25", "20.00", "500.00", days("2025-06-16", "2025-06-29")));
        assertThat(two.the(InvoiceAssessed.class).standing()).isEqualTo(InvoiceStanding.APPROVED);
        assertThat(two.all(ProviderPaymentAuthorised.class)).hasSize(2);
        assertThat(two.the(PaymentInstructed.class).split().total()).isEqualTo(pounds("1050.00"));
        Then one = given(rates).when(invoice("A-1").of("50", "22.00", "1100.00"));
        assertThat(one.the(InvoiceAssessed.class).approved()).isEqualTo(pounds("1050.00"));
        assertThat(codes(one.the(InvoiceAssessed.class))).containsExactly(ReasonCode.EXCEEDS_RATE);
        Then none = given(ledger -> ledger.and(ORDERED, rate("22.00", "2025-04-07", "2025-06-15")))
                .when(invoice("A-1").of("50", "22.00", "1100.00"));
        assertThat(codes(none.the(InvoiceAssessed.class))).containsExactly(ReasonCode.NO_RATE_IN_FORCE);
        assertThat(none.the(InvoiceAssessed.class).standing()).isEqualTo(InvoiceStanding.DISPUTED);
    }

    @Test
    void withinToleranceWhatIsBilledIsPaid() {
        Then more = given(ORDERED).when(invoice("A-1").of("50", "22.00", "1100.04"));
        assertThat(more.posted().balances())
                .containsExactly("2000 -1100.04", "5000 1100.00", "5910 0.04", "9100 1100.00", "9200 -1100.00");
        Then less = given(ORDERED).when(invoice("A-1").of("50", "22.00", "1099.97"));
        assertThat(less.posted().balances())
                .containsExactly("2000 -1099.97", "5000 1100.00", "5910 -0.03", "9100 1100.00", "9200 -1100.00");
        Then header =
                given(ORDERED).when(invoice("A-1").of("50", "22.00", "1100.00").asking("1100.90", "1100.90"));
        assertThat(header.posted().balance(5910)).isEqualTo("0.90");
        Then beyond =
                given(ORDERED).when(invoice("A-1").of("50", "22.00", "1100.00").asking("1101.01", "1101.01"));
        assertThat(codes(beyond.the(InvoiceAssessed.class))).containsExactly(ReasonCode.TOTALS_DO_NOT_ADD_UP);
        Then line = given(ORDERED).when(invoice("A-1").of("50", "22.00", "1100.06"));
        assertThat(line.the(InvoiceAssessed.class).disputed()).isEqualTo(pounds("0.06"));
        assertThat(codes(line.the(InvoiceAssessed.class))).containsExactly(ReasonCode.LINE_DOES_NOT_MULTIPLY);
        Then undone = more.when(disputeInvoice("A-1", null));
        assertThat(undone.books().balance(5910)).isEqualTo("0.00");
        assertThat(undone.books().balance(2000)).isEqualTo("0.00");
    }

    @Test
    void deathAndSuspensionEndWhatIsPaidFor() {
        Then then = given(ORDERED, suspend("2025-06-16", SuspensionReason.ABSENCE))
                .when(invoice("A-1").of("50", "22.00", "1100.00"));
        InvoiceAssessed assessed = then.the(InvoiceAssessed.class);
        assertThat(codes(assessed)).contains(ReasonCode.SUSPENDED, ReasonCode.EXCEEDS_AUTHORISED);
        assertThat(assessed.approved()).isEqualTo(pounds("550.00"));
    }

    private static List<ReasonCode> codes(InvoiceAssessed assessed) {
        return assessed.reasons().stream().map(Reason::code).toList();
    }
}
