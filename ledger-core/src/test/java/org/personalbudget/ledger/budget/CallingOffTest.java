package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.AProviderPayment.paymentOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.SupplierWords.rate;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.OneOffAllocated;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.budget.ChangeRefusal.InstalmentNotOpen;
import org.personalbudget.ledger.budget.ChangeRefusal.NotAnInstalment;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentReduced;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** An instalment is called off before it is handed to the bank. */
class CallingOffTest {

    private static final Given NET = aBudgetOf("310.00").contributing("42.10").paidNet();

    @Test
    void aRegularInstalmentIsCalledOffAndCanBeApprovedAnew() {
        Then called = given(NET, today("2025-09-18"), instalment("2025-P07"))
                .when(cancel(instalmentOf("2025-P07")))
                .thenRecorded(InstalmentReduced.class, PaymentReduced.class);
        assertThat(called.the(InstalmentReduced.class).cancelled()).isTrue();
        assertThat(called.posted().balances()).containsExactly("1190 -1071.60", "2200 1071.60");
        // What the person is to contribute stays due: they are still entitled to the period.
        assertThat(called.books().balance(1300)).isEqualTo("168.40");
        called.when(submit(instalmentOf("2025-P07")))
                .thenRefused(new PaymentNotReady(
                        instalmentOf("2025-P07"), PaymentStanding.CANCELLED, PaymentStep.SUBMISSION));
        called.when(cancel(instalmentOf("2025-P07")))
                .thenRefused(new InstalmentNotOpen(instalmentOf("2025-P07"), PaymentStanding.CANCELLED));
        Then again = called.when(instalment("2025-P07").named("again"))
                .thenRecorded(InstalmentApproved.class, PaymentInstructed.class);
        assertThat(again.the(InstalmentApproved.class).payment()).isEqualTo(adjustmentOf("2025-P07", ACCOUNT, "again"));
        assertThat(again.the(InstalmentApproved.class).gross()).isEqualTo(pounds("1240.00"));
        assertThat(again.the(InstalmentApproved.class).contribution()).isEqualTo(pounds("168.40"));
        assertThat(inWords(again.the(InstalmentApproved.class).payable())).isEqualTo("LA 1071.60");
        again.when(instalment("2025-P07"))
                .thenRefused(new InstalmentAlreadyApproved(instalmentOf("2025-P07"), ACCOUNT, period("2025-P07")));
        again.when(cancel(adjustmentOf("2025-P07", ACCOUNT, "again"))).thenAccepted();
    }

    /** A higher amount is owed for P07 too, and nobody said that P07 is to be paid after all: 352.50 × 4 − 168.40. */
    @Test
    void noLaterDecisionPaysWhatWasCalledOff() {
        Then raised = given(
                        NET,
                        today("2025-09-18"),
                        instalment("2025-P07"),
                        cancel(instalmentOf("2025-P07")),
                        today("2025-09-25"),
                        proposeWeekly("352.50", "2025-09-22", careLine(), flexibleLine("77.50")))
                .when(approvePlan(2))
                .thenAccepted();
        assertThat(raised.all(InstalmentApproved.class)).isEmpty();
        Then again = raised.when(instalment("2025-P07").named("again"));
        assertThat(again.the(InstalmentApproved.class).payable().total()).isEqualTo(pounds("1241.60"));
        // From then on it is restated as ever.
        assertThat(again.when(assess("0.00", "2025-09-22"))
                        .the(InstalmentApproved.class)
                        .payable()
                        .total())
                .isEqualTo(pounds("168.40"));
    }

    /** A run asks for every account; only somebody who asks for this one pays what was called off. */
    @Test
    void noRunPaysWhatWasCalledOff() {
        Then called = given(NET, today("2025-09-18"), instalmentInRun("2025-P07"))
                .when(cancel(instalmentOf("2025-P07")))
                .thenAccepted();
        called.when(instalmentInRun("2025-P07")).thenRefused(new InstalmentCalledOff(ACCOUNT, period("2025-P07")));
        Then again = called.when(instalment("2025-P07").named("again")).thenAccepted();
        assertThat(again.the(InstalmentApproved.class).payable().total()).isEqualTo(pounds("1071.60"));
        again.when(instalmentInRun("2025-P07"))
                .thenRefused(new InstalmentAlreadyApproved(instalmentOf("2025-P07"), ACCOUNT, period("2025-P07")));
    }

    /** The contribution ate the instalment, so that no payment of the period is left to be seen but what was called off. */
    @Test
    void noRunPaysAnAdjustmentThatWasCalledOff() {
        Then called = given(
                        aBudgetOf("310.00").contributing("310.00").paidNet(),
                        today("2025-09-18"),
                        instalment("2025-P07"),
                        assess("300.00", "2025-09-22").named("less"))
                .when(cancel(adjustmentOf("2025-P07", ACCOUNT, "less")))
                .thenAccepted();
        called.when(instalmentInRun("2025-P07")).thenRefused(new InstalmentCalledOff(ACCOUNT, period("2025-P07")));
        assertThat(called.when(instalment("2025-P07").named("again"))
                        .the(InstalmentApproved.class)
                        .payable()
                        .total())
                .isEqualTo(pounds("40.00"));
    }

    /** What is added to a period and called off waits too, and comes back with the next approval of it. */
    @Test
    void anAdjustmentThatIsCalledOffWaitsAsWell() {
        Then called = given(
                        NET,
                        inTheAccount("2025-P07", "2025-09-22"),
                        proposeWeekly("352.50", "2025-09-22", careLine(), flexibleLine("77.50")),
                        approvePlan(2).named("rise"))
                .when(cancel(adjustmentOf("2025-P07", ACCOUNT, "rise")))
                .thenAccepted();
        Then less = called.when(assess("40.00", "2025-09-22"));
        assertThat(less.all(InstalmentApproved.class)).isEmpty();
        // 42.50 × 4 and 2.10 × 4.
        assertThat(less.when(instalment("2025-P07").named("again"))
                        .the(InstalmentApproved.class)
                        .payable()
                        .total())
                .isEqualTo(pounds("178.40"));
    }

    @Test
    void aOneOffIsCalledOffWithItsRingFence() {
        DeciderFixture ledger = given(NET, today("2025-09-18"), oneOff("start-up", "2025-P07", "345.00"));
        Then called = ledger.when(cancel(oneOffNamed("start-up")));
        assertThat(called.the(InstalmentReduced.class).instalment()).isEqualTo(InstalmentKind.ONE_OFF);
        assertThat(inWords(called.the(OneOffAllocated.class).split())).isEqualTo("LA -345.00");
        assertThat(called.posted().balances())
                .containsExactly("1190 -345.00", "2200 345.00", "9000 -345.00", "9010 345.00");
        ledger.when(spend("1.00", "2025-09-18").setAsideBy(oneOffNamed("start-up")))
                .thenRefused(new UnknownRingFence(BUDGET, ACCOUNT, oneOffNamed("start-up")));
    }

    @Test
    void whatHasBeenHandedOverIsNotCalledOff() {
        DeciderFixture ledger =
                given(NET, today("2025-09-18"), instalment("2025-P07"), submit(instalmentOf("2025-P07")));
        ledger.when(cancel(instalmentOf("2025-P07")))
                .thenRefused(new InstalmentNotOpen(instalmentOf("2025-P07"), PaymentStanding.SUBMITTED));
        ledger.when(cancel(NO_PAYMENT)).thenRefused(new UnknownPayment(NO_PAYMENT));
    }

    @Test
    void onlyInstalmentsAreCalledOff() {
        DeciderFixture ledger = given(
                NET,
                registerAgency(),
                rate("22.00", "2025-04-07", null),
                today("2025-09-18"),
                payProvider("22.00", "2025-09-01", "2025-09-07").onInvoice("HC-1"));
        ledger.when(cancel(paymentOf("HC-1"))).thenRefused(new NotAnInstalment(paymentOf("HC-1")));
    }
}
