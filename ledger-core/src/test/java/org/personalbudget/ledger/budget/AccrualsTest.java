package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.AProviderPayment.paymentOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.FundingWords.changeFunders;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.PeriodWords.*;
import static org.personalbudget.ledger.testing.SupplierWords.AGENCY;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;
import static org.personalbudget.ledger.testing.Then.inWords;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.AccrualEvent.AccrualReversed;
import org.personalbudget.ledger.budget.AccrualEvent.CareAccrued;
import org.personalbudget.ledger.budget.AccrualRefusal.*;
import org.personalbudget.ledger.budget.BudgetEvent.CommitmentsPlaced;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.budget.BudgetRefusal.AmountNotPositive;
import org.personalbudget.ledger.budget.BudgetRefusal.PeriodOutOfRange;
import org.personalbudget.ledger.calendar.Days;
import org.personalbudget.ledger.kernel.CommonRefusal.PeriodClosed;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** Care that was ordered and given counts in its period, billed or not, until the bill comes. */
class AccrualsTest {

    private static final Given ORDERED = ledger -> ledger.and(
            registerAgency(),
            aBudgetOf("310.00").startingOn("2025-07-28").planned(careOrderedFrom(AGENCY), flexibleLine()),
            today("2025-08-25"));

    private static final Given CLOSED = ledger -> ledger.and(ORDERED, accrue("2025-P05"), closed("2025-P05"));

    @Test
    void whatIsOrderedAndNotBilledCountsOnThePeriodsLastDay() {
        Then accrued = given(ORDERED).when(accrue("2025-P05")).thenRecorded(CareAccrued.class);
        CareAccrued event = accrued.the(CareAccrued.class);
        assertThat(event.when()).isEqualTo(new When(day("2025-08-24"), period("2025-P05")));
        assertThat(event.lines())
                .containsExactly(new AccruedLine(
                        CARE,
                        HOME,
                        Category.HOME_CARE,
                        AGENCY,
                        new Days(List.of(days("2025-07-28", "2025-08-24"))),
                        event.split()));
        assertThat(inWords(event.split())).isEqualTo("LA 1100.00");
        assertThat(accrued.posted().balances()).containsExactly("2100 -1100.00", "5000 1100.00");
    }

    /** The order stands: what may still be billed is neither more nor less. */
    @Test
    void anAccrualTakesNoHeadroom() {
        given(CLOSED)
                .when(payProvider("1100.00", "2025-07-28", "2025-08-24").onInvoice("4417"))
                .thenAccepted();
    }

    @Test
    void whatIsAccruedIsNotAccruedTwice() {
        given(ORDERED, accrue("2025-P05")).when(accrue("2025-P05")).thenRecorded();
    }

    @Test
    void aClosedPeriodTakesNoAccrual() {
        given(ORDERED, closed("2025-P05")).when(accrue("2025-P05")).thenRefused(new PeriodClosed(period("2025-P05")));
    }

    @Test
    void careIsNotAccruedBeforeItCanHaveBeenGiven() {
        given(ORDERED)
                .when(accrue("2025-P06"))
                .thenRefused(new AccrualTooEarly(period("2025-P06"), day("2025-09-21"), day("2025-08-25")))
                .when(accrue("1999-P01"))
                .thenRefused(new PeriodOutOfRange(period("1999-P01")));
    }

    @Test
    void nothingOrderedNothingAccrued() {
        given(registerAgency(), aBudgetOf("310.00"), today("2025-08-25"))
                .when(accrue("2025-P05"))
                .thenRecorded();
    }

    /** S11: the invoice comes on 19 September, for 27.50 less than was accrued. */
    @Test
    void s11() {
        Then billed = given(CLOSED, today("2025-09-19"))
                .when(payProvider("1072.50", "2025-07-28", "2025-08-24").onInvoice("4417"))
                .thenRecorded(AccrualReversed.class, ProviderPaymentAuthorised.class, PaymentInstructed.class);
        AccrualReversed reversed = billed.the(AccrualReversed.class);
        assertThat(reversed.when()).isEqualTo(new When(day("2025-09-19"), period("2025-P06")));
        assertThat(reversed.servicePeriod()).isEqualTo(period("2025-P05"));
        assertThat(reversed.payment()).isEqualTo(paymentOf("4417"));
        assertThat(inWords(reversed.split())).isEqualTo("LA 1100.00");
        assertThat(billed.posted().balance(5000)).isEqualTo("-27.50");
        assertThat(billed.books().balance(2100)).isEqualTo("0.00");
        assertThat(billed.books().balance(2000)).isEqualTo("-1072.50");
    }

    /** 275.00 of each week: a bill for one week takes back one week, the last one whatever is left. */
    @Test
    void aBillTakesBackItsDays() {
        Then first = given(CLOSED, today("2025-09-01")).when(payProvider("250.00", "2025-07-28", "2025-08-03"));
        assertThat(inWords(first.the(AccrualReversed.class).split())).isEqualTo("LA 275.00");
        Then again = first.when(payProvider("10.00", "2025-07-28", "2025-08-03"));
        assertThat(again.all(AccrualReversed.class)).isEmpty();
        Then rest = again.when(payProvider("800.00", "2025-08-04", "2025-09-07"));
        assertThat(inWords(rest.the(AccrualReversed.class).split())).isEqualTo("LA 825.00");
        assertThat(rest.books().balance(2100)).isEqualTo("0.00");
    }

    /** Half the period has been billed before it closes: only the rest is accrued, and for its days only. */
    @Test
    void onlyWhatIsNotBilledIsAccrued() {
        Then accrued = given(ORDERED, payProvider("550.00", "2025-07-28", "2025-08-10"))
                .when(accrue("2025-P05"));
        assertThat(inWords(accrued.the(CareAccrued.class).split())).isEqualTo("LA 550.00");
        Then billed = accrued.when(payProvider("275.00", "2025-08-11", "2025-08-17"));
        assertThat(inWords(billed.the(AccrualReversed.class).split())).isEqualTo("LA 275.00");
    }

    /** Every day has been billed, but not all that was ordered: whatever bill comes next is the one waited for. */
    @Test
    void whatIsLeftOfABilledPeriodGoesWithTheNextBill() {
        Then accrued = given(ORDERED, payProvider("440.00", "2025-07-28", "2025-08-24"))
                .when(accrue("2025-P05"));
        assertThat(inWords(accrued.the(CareAccrued.class).split())).isEqualTo("LA 660.00");
        Then billed = accrued.when(payProvider("200.00", "2025-08-11", "2025-08-17"));
        assertThat(inWords(billed.the(AccrualReversed.class).split())).isEqualTo("LA 660.00");
    }

    /** 70 to 30, to the penny. */
    @Test
    void fundersBearAnAccrualByTheirShares() {
        Given shared = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("250.01")
                        .startingOn("2025-07-28")
                        .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                        .planned(service(CARE, Category.HOME_CARE, "250.01", null, null, AGENCY)),
                today("2025-08-25"),
                accrue("2025-P05"));
        assertThat(given(shared).books().balance(5000, Funder.ICB)).isEqualTo("300.01");
        Then billed = given(shared).when(payProvider("250.00", "2025-07-28", "2025-08-03"));
        assertThat(inWords(billed.the(AccrualReversed.class).split())).isEqualTo("LA 175.01, ICB 75.00");
    }

    /**
     * Education paid a half before the ICB came in, so that its part was there first. The odd penny goes by the lead and
     * then the order of funders whatever came first, and bit by bit the parts come to the whole of each.
     */
    @Test
    void theOddPennyGoesByTheOrderOfFunders() {
        Given shared = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("250.00")
                        .startingOn("2025-07-28")
                        .fundedBy(share(Funder.LA, 50), share(Funder.EDUCATION, 50))
                        .planned(service(CARE, Category.HOME_CARE, "250.00", null, null, AGENCY)),
                today("2025-08-25"),
                changeFunders("2025-07-28", share(Funder.LA, 50), share(Funder.ICB, 25), share(Funder.EDUCATION, 25)),
                accrue("2025-P05"));
        assertThat(given(shared).books().balance(5000, Funder.ICB)).isEqualTo("250.00");
        Then odd = given(shared).when(reverseAccrual("2025-P05", "0.02"));
        assertThat(inWords(odd.the(AccrualReversed.class).split())).isEqualTo("LA 0.01, ICB 0.01");
        Then next = odd.when(reverseAccrual("2025-P05", "33.33").named("more"));
        assertThat(next.the(AccrualReversed.class).split().total()).isEqualTo(pounds("33.33"));
        Then rest = next.when(reverseAccrual("2025-P05", null).named("the rest"));
        for (Funder funder : List.of(Funder.LA, Funder.ICB, Funder.EDUCATION)) {
            assertThat(rest.books().balance(5000, funder)).isEqualTo("0.00");
            assertThat(rest.books().balance(2100, funder)).isEqualTo("0.00");
        }
    }

    @Test
    void aControllerTakesBackByHand() {
        Then part = given(CLOSED, today("2025-09-01")).when(reverseAccrual("2025-P05", "100.00"));
        AccrualReversed reversed = part.the(AccrualReversed.class);
        assertThat(reversed.when()).isEqualTo(new When(day("2025-09-01"), period("2025-P06")));
        assertThat(reversed.payment()).isNull();
        assertThat(reversed.reason()).isEqualTo(aNote("why not"));
        part.when(reverseAccrual("2025-P05", "1000.01"))
                .thenRefused(new ExceedsAccrual(period("2025-P05"), CARE, pounds("1000.01"), pounds("1000.00")))
                .when(reverseAccrual("2025-P05", "0.00"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
        Then rest = part.when(reverseAccrual("2025-P05", null));
        assertThat(rest.books().balance(2100)).isEqualTo("0.00");
        rest.when(reverseAccrual("2025-P05", null)).thenRefused(new NothingAccrued(period("2025-P05"), CARE));
    }

    /** A plan without the line from the second week of P05 on, agreed after P05 closed. */
    @Test
    void whatIsNoLongerOrderedNoLongerCounts() {
        Then approved = given(CLOSED, today("2025-09-01"), proposePlan("2025-08-04", flexibleLine()))
                .when(approvePlan(2));
        assertThat(approved.all(CommitmentsPlaced.class)).hasSize(1);
        AccrualReversed reversed = approved.the(AccrualReversed.class);
        assertThat(inWords(reversed.split())).isEqualTo("LA 825.00");
        assertThat(reversed.servicePeriod()).isEqualTo(period("2025-P05"));
        assertThat(reversed.when().postingPeriod()).isEqualTo(period("2025-P06"));
        approved.when(reverseAccrual("2025-P05", "275.01"))
                .thenRefused(new ExceedsAccrual(period("2025-P05"), CARE, pounds("275.01"), pounds("275.00")));
    }

    /** Opened again for an order that had been forgotten: only that is added, and not the rest of what was billed. */
    @Test
    void aSecondClosingAccruesWhatHasBeenOrderedSince() {
        Then second = given(
                        CLOSED,
                        reopened("2025-P05"),
                        payProvider("1072.50", "2025-07-28", "2025-08-24").onInvoice("4417"))
                .when(accrue("2025-P05"));
        second.thenRecorded();
        Then ordered = second.and(
                        proposePlan(
                                "2025-08-18",
                                service(CARE, Category.HOME_CARE, "297.00", "13.5", "22.00", AGENCY),
                                flexibleLine("13.00")),
                        approvePlan(2))
                .when(accrue("2025-P05"));
        assertThat(inWords(ordered.the(CareAccrued.class).split())).isEqualTo("LA 22.00");
    }
}
