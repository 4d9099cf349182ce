package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.AProviderPayment.paymentOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.People.IVY;
import static org.personalbudget.ledger.testing.People.OLGA;
import static org.personalbudget.ledger.testing.Request.as;
import static org.personalbudget.ledger.testing.SupplierWords.registerAgency;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.PayoutEvent.DeathQueried;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.payment.PaymentEvent.*;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.ReturnStage;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class PaymentLifeTest {

    private static final PaymentId P06 = instalmentOf("2025-P06");
    private static final String ENTRY = "2025-08-22";
    private static final PaymentId BILL = paymentOf("HC-1");

    private static final Given APPROVED = ledger -> ledger.and(
            aBudgetOf("310.00").contributing("42.10").paidNet(), today("2025-08-20"), instalment("2025-P06"));
    private static final Given SUBMITTED = ledger -> ledger.and(APPROVED, submit(P06), today(ENTRY));
    private static final Given AT_THE_BANK = ledger -> ledger.and(SUBMITTED, settle(P06, SettlementLeg.BANK, ENTRY));
    private static final Given CREDITED = ledger -> ledger.and(AT_THE_BANK, settle(P06, SettlementLeg.ACCOUNT, ENTRY));
    private static final Given BILLED = ledger -> ledger.and(
            registerAgency(),
            aBudgetOf("310.00").paidNet(),
            today("2025-08-20"),
            payProvider("100.00", "2025-06-02", "2025-06-29").onInvoice("HC-1"));

    private static Request returned(String on) {
        return comesBack(P06, ReturnCode.ACCOUNT_CLOSED, on);
    }

    @Test
    void whoInstructedAPaymentDoesNotSubmitIt() {
        given(APPROVED).when(as(OLGA, submit(P06))).thenRefused(new InstructorMayNotSubmit(OLGA, P06));
        given(BILLED).when(as(IVY, submit(BILL))).thenRefused(new InstructorMayNotSubmit(IVY, BILL));
        given(APPROVED).when(submit(P06)).thenRecorded(PaymentSubmitted.class);
    }

    @Test
    void whoReissuedItDoesNotSubmitItAgainEither() {
        ActorId otto = new ActorId("otto");
        Given reissued = ledger -> ledger.and(AT_THE_BANK, returned(ENTRY), as(otto, reissue(P06)));
        given(reissued).when(as(otto, submit(P06))).thenRefused(new InstructorMayNotSubmit(otto, P06));
        given(reissued).when(as(OLGA, submit(P06))).thenRefused(new InstructorMayNotSubmit(OLGA, P06));
        given(reissued).when(submit(P06)).thenAccepted();
    }

    @Test
    void aPaymentOfNobodyOrOfAnotherBudgetIsUnknown() {
        given(APPROVED).when(submit(NO_PAYMENT)).thenRefused(new UnknownPayment(NO_PAYMENT));
        given(APPROVED).when(settle(NO_PAYMENT, SettlementLeg.BOTH, ENTRY)).thenRefused(new UnknownPayment(NO_PAYMENT));
        given(APPROVED)
                .when(comesBack(NO_PAYMENT, ReturnCode.OTHER, ENTRY))
                .thenRefused(new UnknownPayment(NO_PAYMENT));
        given(APPROVED).when(reissue(NO_PAYMENT)).thenRefused(new UnknownPayment(NO_PAYMENT));
    }

    @Test
    void eachStepFollowsTheOneBefore() {
        given(SUBMITTED)
                .when(submit(P06))
                .thenRefused(new PaymentNotReady(P06, PaymentStanding.SUBMITTED, PaymentStep.SUBMISSION));
        given(APPROVED, today(ENTRY))
                .when(settle(P06, SettlementLeg.BANK, ENTRY))
                .thenRefused(new PaymentNotReady(P06, PaymentStanding.INSTRUCTED, PaymentStep.SETTLEMENT));
        given(SUBMITTED)
                .when(settle(P06, SettlementLeg.ACCOUNT, ENTRY))
                .thenRefused(new PaymentNotReady(P06, PaymentStanding.SUBMITTED, PaymentStep.SETTLEMENT));
        given(AT_THE_BANK)
                .when(settle(P06, SettlementLeg.BANK, ENTRY))
                .thenRefused(new PaymentNotReady(P06, PaymentStanding.LEFT_BANK, PaymentStep.SETTLEMENT));
        given(CREDITED)
                .when(settle(P06, SettlementLeg.ACCOUNT, ENTRY))
                .thenRefused(new PaymentNotReady(P06, PaymentStanding.CREDITED, PaymentStep.SETTLEMENT));
        given(APPROVED, today(ENTRY))
                .when(returned(ENTRY))
                .thenRefused(new PaymentNotReady(P06, PaymentStanding.INSTRUCTED, PaymentStep.RETURN));
        given(CREDITED)
                .when(reissue(P06))
                .thenRefused(new PaymentNotReady(P06, PaymentStanding.CREDITED, PaymentStep.REISSUE));
        given(AT_THE_BANK, returned(ENTRY))
                .when(returned(ENTRY))
                .thenRefused(new PaymentNotReady(P06, PaymentStanding.RETURNED, PaymentStep.RETURN));
        given(BILLED, submit(BILL), settle(BILL, SettlementLeg.BANK, "2025-08-20"))
                .when(settle(BILL, SettlementLeg.ACCOUNT, "2025-08-20"))
                .thenRefused(new PaymentNotReady(BILL, PaymentStanding.SETTLED, PaymentStep.SETTLEMENT));
    }

    @Test
    void whatMovesHasMoved() {
        given(SUBMITTED)
                .when(settle(P06, SettlementLeg.BOTH, "2025-08-23"))
                .thenRefused(new DateInFuture("on", day("2025-08-23"), day(ENTRY)));
        given(SUBMITTED)
                .when(returned("2025-08-23"))
                .thenRefused(new DateInFuture("on", day("2025-08-23"), day(ENTRY)));
    }

    @Test
    void bothLegsInOneAreTheSameAsOneAfterTheOther() {
        Then both = given(SUBMITTED)
                .when(settle(P06, SettlementLeg.BOTH, ENTRY))
                .thenRecorded(PaymentSettled.class, AccountCredited.class);
        assertThat(both.books().balances()).isEqualTo(given(CREDITED).books().balances());
        assertThat(both.the(AccountCredited.class).effectiveOn()).isEqualTo(day(ENTRY));
        assertThat(both.the(AccountCredited.class).when().postingPeriod()).isEqualTo(period("2025-P05"));
        assertThat(both.the(AccountCredited.class).servicePeriod()).isEqualTo(period("2025-P06"));
    }

    /** S12. */
    @ParameterizedTest
    @EnumSource(ReturnCode.class)
    void aReturnedPaymentIsReissuedAsOnePaymentWithTwoAttempts(ReturnCode code) {
        Then back = given(AT_THE_BANK).when(comesBack(P06, code, ENTRY)).thenAccepted();
        assertThat(back.all(DeathQueried.class)).hasSize(code == ReturnCode.DECEASED ? 1 : 0);
        assertThat(back.the(PaymentReturned.class).stage()).isEqualTo(ReturnStage.AFTER_SETTLEMENT);
        assertThat(back.posted().balances()).containsExactly("1000 1071.60", "1190 -1071.60");
        Then reissued = back.when(reissue(P06)).thenRecorded(PaymentReissued.class);
        assertThat(reissued.the(PaymentReissued.class).attempt()).isEqualTo(2);
        assertThat(reissued.posted().balances()).containsExactly("1190 1071.60", "2200 -1071.60");
        Then credited = reissued.and(submit(P06)).when(settle(P06, SettlementLeg.BOTH, ENTRY));
        assertThat(credited.the(PaymentSettled.class).attempt()).isEqualTo(2);
        assertThat(credited.books().balance(1190)).isEqualTo("0.00");
        assertThat(credited.books().balance(2200)).isEqualTo("0.00");
        assertThat(credited.books().balance(1000)).isEqualTo("-1071.60");
        assertThat(credited.books().balance(1200)).isEqualTo("1071.60");
    }

    @Test
    void rejectedBeforeItLeftItIsOwedAgainAndReissuingPostsNothing() {
        Then back = given(SUBMITTED).when(returned(ENTRY));
        assertThat(back.the(PaymentReturned.class).stage()).isEqualTo(ReturnStage.BEFORE_SETTLEMENT);
        assertThat(back.posted().balances()).containsExactly("1100 1071.60", "2200 -1071.60");
        assertThat(back.when(reissue(P06)).posted().balances()).isEmpty();
    }

    @Test
    void takenBackAfterItArrivedItLeavesTheAccountWithWhatWasSpentMissing() {
        Then back = given(CREDITED, spend("71.60", ENTRY))
                .when(returned(ENTRY))
                .thenRecorded(PaymentReturned.class, AccountCreditReversed.class, SourceOverdrawn.class);
        assertThat(back.the(PaymentReturned.class).stage()).isEqualTo(ReturnStage.AFTER_CREDIT);
        assertThat(back.posted().balances()).containsExactly("1000 1071.60", "1200 -1071.60");
        assertThat(back.the(SourceOverdrawn.class).shortfall()).isEqualTo(pounds("71.60"));
        Then again = back.and(reissue(P06), submit(P06)).when(settle(P06, SettlementLeg.BOTH, ENTRY));
        assertThat(again.books().balance(1200)).isEqualTo("1000.00");
        assertThat(again.books().balance(1190)).isEqualTo("0.00");
    }

    @Test
    void aCardIsUnloadedIntoTheProgramme() {
        Given loaded =
                ledger -> ledger.and(aBudgetOf("310.00").onACard(), today(ENTRY), instalment("2025-P06"), submit(P06));
        Then rejected = given(loaded).when(returned(ENTRY));
        assertThat(rejected.posted().balances()).containsExactly("1010 1240.00", "2200 -1240.00");
        Then unloaded = given(loaded, settle(P06, SettlementLeg.BOTH, ENTRY)).when(returned(ENTRY));
        assertThat(unloaded.posted().balances()).containsExactly("1010 1240.00", "1205 -1240.00");
        Then onTheWay = given(loaded, settle(P06, SettlementLeg.BANK, ENTRY)).when(returned(ENTRY));
        assertThat(onTheWay.posted().balances()).containsExactly("1010 1240.00", "1190 -1240.00");
    }

    @Test
    void theCoFundersDebtComesAndGoesWithTheCredit() {
        Given shared = ledger -> ledger.and(
                aBudgetOf("310.00")
                        .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30))
                        .paidNet(),
                today(ENTRY),
                instalment("2025-P06"),
                submit(P06),
                settle(P06, SettlementLeg.BOTH, ENTRY));
        assertThat(given(shared).books().balance(1500)).isEqualTo("372.00");
        Then back = given(shared).when(returned(ENTRY));
        assertThat(back.books().balance(1500)).isEqualTo("0.00");
        assertThat(back.books().balance(2500)).isEqualTo("0.00");
    }

    @Test
    void aSupplierIsPaidAndWhatComesBackIsOwed() {
        Then submitted = given(BILLED).when(submit(BILL));
        assertThat(submitted.posted().balances()).containsExactly("1100 -100.00", "2000 100.00");
        Then settled =
                submitted.when(settle(BILL, SettlementLeg.BOTH, "2025-08-20")).thenRecorded(PaymentSettled.class);
        assertThat(settled.posted().balances()).containsExactly("1000 -100.00", "1100 100.00");
        Then back = settled.when(comesBack(BILL, ReturnCode.INVALID_DETAILS, "2025-08-20"));
        assertThat(back.posted().balances()).containsExactly("1000 100.00", "2000 -100.00");
        assertThat(back.when(reissue(BILL)).posted().balances()).isEmpty();
    }

    @Test
    void aPaymentFromAnAccountThatIsRejectedBeforehandPostsNothing() {
        Given fromAccount = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00").paidNet(),
                inTheAccount("2025-P05", "2025-07-28"),
                payProvider("100.00", "2025-06-02", "2025-06-29")
                        .onInvoice("HC-1")
                        .fromTheAccount());
        Then rejected = given(fromAccount, submit(BILL))
                .when(comesBack(BILL, ReturnCode.OTHER, "2025-07-28"))
                .thenRecorded(PaymentReturned.class);
        assertThat(rejected.posted().balances()).isEmpty();
    }
}
