package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.PayRunWords.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent.BankDetailsBlocked;
import org.personalbudget.ledger.budget.BudgetCommand.SubmitPayment;
import org.personalbudget.ledger.budget.ChangeCommand.RecordDeath;
import org.personalbudget.ledger.budget.ChangeCommand.SuspendBudget;
import org.personalbudget.ledger.budget.PayoutCommand.DismissDeathQuery;
import org.personalbudget.ledger.budget.PayoutEvent.DeathQueried;
import org.personalbudget.ledger.budget.PayoutEvent.DeathQueryDismissed;
import org.personalbudget.ledger.budget.PayoutRefusal.*;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentSubmitted;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.payrun.RunOrder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;

/** What keeps money from going out with a run. */
class PayoutsTest {

    private static final PaymentId P06 = instalmentOf("2025-P06");
    private static final Given APPROVED = ledger -> ledger.and(
            aBudgetOf("310.00").contributing("42.10").paidNet(), today("2025-08-20"), instalment("2025-P06"));
    private static final Given WITH_DETAILS = ledger -> ledger.and(APPROVED, proposeDetails("one"), approveDetails(1));

    private static Request inRun(@Nullable Integer details, int attempt, String amount) {
        return Request.of(new SubmitPayment(BUDGET, P06, new RunOrder(RUN, attempt, details, pounds(amount))));
    }

    private static Request inRun() {
        return inRun(1, 1, "1071.60");
    }

    private static Request dismiss() {
        return Request.of(new DismissDeathQuery(BUDGET, aNote("she answered")));
    }

    private static Given paidByRun() {
        return ledger ->
                ledger.and(WITH_DETAILS, inRun(), today("2025-08-22"), settle(P06, SettlementLeg.BANK, "2025-08-22"));
    }

    @Test
    void aRunPaysWhatWasApprovedAndSaysWhere() {
        PaymentSubmitted submitted = given(WITH_DETAILS)
                .when(inRun())
                .thenRecorded(PaymentSubmitted.class)
                .the(PaymentSubmitted.class);
        assertThat(submitted.run()).isEqualTo(RUN);
        assertThat(submitted.details()).isEqualTo(1);
        PaymentSubmitted byHand = given(APPROVED)
                .when(submit(P06))
                .thenRecorded(PaymentSubmitted.class)
                .the(PaymentSubmitted.class);
        assertThat(byHand.run()).isNull();
    }

    @Test
    void anotherAmountOrAttemptIsNotWhatWasApproved() {
        given(WITH_DETAILS)
                .when(inRun(1, 1, "1071.61"))
                .thenRefused(new PaymentHasChanged(P06, pounds("1071.61"), pounds("1071.60")));
        given(WITH_DETAILS)
                .when(inRun(1, 2, "1071.60"))
                .thenRefused(new PaymentHasChanged(P06, pounds("1071.60"), pounds("1071.60")));
    }

    @Test
    void nothingGoesToDetailsThatAreNotApprovedOrNotAnyMore() {
        given(APPROVED).when(inRun()).thenRefused(new DetailsNotPaidTo(THEIR_ACCOUNT, 1));
        given(APPROVED, proposeDetails("one")).when(inRun()).thenRefused(new DetailsNotPaidTo(THEIR_ACCOUNT, 1));
        given(WITH_DETAILS).when(inRun(null, 1, "1071.60")).thenRefused(new DetailsNotPaidTo(THEIR_ACCOUNT, 0));
        given(WITH_DETAILS, blockDetails(1, ReturnCode.NO_ACCOUNT))
                .when(inRun())
                .thenRefused(new DetailsNotPaidTo(THEIR_ACCOUNT, 1));
        given(WITH_DETAILS, proposeDetails("two"), approveDetails(2))
                .when(inRun())
                .thenAccepted();
    }

    /** A run that was built before, and released only when others had come into force. */
    @Test
    void nothingGoesToDetailsThatWereReplaced() {
        Given replaced = ledger -> ledger.and(WITH_DETAILS, proposeDetails("two"), approveDetails(2));
        given(replaced, today("2025-08-22")).when(inRun()).thenRefused(new DetailsNotPaidTo(THEIR_ACCOUNT, 1));
        given(replaced, today("2025-08-22")).when(inRun(2, 1, "1071.60")).thenAccepted();
        given(replaced).when(inRun(2, 1, "1071.60")).thenRefused(new DetailsNotPaidTo(THEIR_ACCOUNT, 2));
    }

    @ParameterizedTest
    @EnumSource(ReturnCode.class)
    void whatComesBackSaysWhetherTheDetailsAreWrong(ReturnCode code) {
        var back = given(paidByRun()).when(comesBack(P06, code, "2025-08-22")).thenAccepted();
        boolean wrong = List.of("0", "3", "5", "B").contains(code.code());
        assertThat(back.all(BankDetailsBlocked.class)
                        .map(BankDetailsBlocked::version)
                        .toList())
                .isEqualTo(wrong ? List.of(1) : List.of());
        assertThat(back.all(DeathQueried.class).map(DeathQueried::payment).toList())
                .isEqualTo(code == ReturnCode.DECEASED ? List.of(P06) : List.of());
    }

    /** Not those that have taken their place since. */
    @Test
    void theDetailsThatWerePaidToAreBlocked() {
        var back = given(paidByRun(), proposeDetails("two"), approveDetails(2), today("2025-08-26"))
                .when(comesBack(P06, ReturnCode.ACCOUNT_CLOSED, "2025-08-26"));
        assertThat(back.the(BankDetailsBlocked.class).version()).isEqualTo(1);
        assertThat(back.the(BankDetailsBlocked.class).payment()).isEqualTo(P06);
        var byHand = given(WITH_DETAILS, submit(P06)).when(comesBack(P06, ReturnCode.NO_ACCOUNT, "2025-08-20"));
        assertThat(byHand.the(BankDetailsBlocked.class).version()).isEqualTo(1);
    }

    @Test
    void untilSomebodyHasFoundOutNothingGoesOut() {
        Given queried =
                ledger -> ledger.and(paidByRun(), comesBack(P06, ReturnCode.DECEASED, "2025-08-22"), reissue(P06));
        given(queried).when(inRun(1, 2, "1071.60")).thenRefused(new DeathIsQueried(P06));
        given(queried).when(dismiss()).thenRecorded(DeathQueryDismissed.class);
        given(queried, dismiss()).when(inRun(1, 2, "1071.60")).thenAccepted();
        given(queried, dismiss()).when(dismiss()).thenRefused(new NoDeathQuery(BUDGET));
        Given dead = ledger -> ledger.and(queried, Request.of(new RecordDeath(BUDGET, day("2025-08-22"))));
        given(dead).when(dismiss()).thenRefused(new NoDeathQuery(BUDGET));
    }

    @Test
    void theDeadAndTheSuspendedArePaidNothingByARun() {
        Given dies = Request.of(new RecordDeath(BUDGET, day("2025-08-20")));
        given(WITH_DETAILS, today("2025-08-25"), instalment("2025-P05"), dies)
                .when(Request.of(
                        new SubmitPayment(BUDGET, instalmentOf("2025-P05"), new RunOrder(RUN, 1, 1, reduced()))))
                .thenRefused(new PersonHasDied(day("2025-08-20")));
        Given suspended =
                Request.of(new SuspendBudget(BUDGET, day("2025-08-26"), List.of(), SuspensionReason.CONCERN, null));
        given(WITH_DETAILS, today("2025-08-26"), suspended)
                .when(Request.of(new SubmitPayment(BUDGET, P06, new RunOrder(RUN, 1, 1, oneDay()))))
                .thenRefused(new PaymentsAreSuspended(day("2025-08-26")));
    }

    /** Of P05 (28 July to 24 August) the days up to the 20th: 24 days of 310.00 − 42.10 a week. */
    private static org.personalbudget.ledger.money.Money reduced() {
        return pounds("918.52");
    }

    /** Of P06 the 25th of August. */
    private static org.personalbudget.ledger.money.Money oneDay() {
        return pounds("38.28");
    }
}
