package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetRefusal.AmountNotPositive;
import org.personalbudget.ledger.budget.BudgetRefusal.InstructorMayNotSubmit;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionRefunded;
import org.personalbudget.ledger.budget.ContributionRefusal.AftercareIsFree;
import org.personalbudget.ledger.budget.ContributionRefusal.ExceedsRefundable;
import org.personalbudget.ledger.budget.ContributionRefusal.NothingToRefund;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

/** 168.40 is due for P03; what the person pays above it may be paid back. */
class ContributionRefundsTest {

    private static final PaymentId REFUND = PaymentId.refund(BUDGET, Request.commandIdOf("refund"));

    @Test
    void whatWasOverpaidIsPaidBackThroughTheBank() {
        Then refunded = paidIn("200.00").when(refund(null));
        refunded.thenRecorded(ContributionRefunded.class, PaymentInstructed.class);
        ContributionRefunded fact = refunded.the(ContributionRefunded.class);
        assertThat(fact.amount()).isEqualTo(pounds("31.60"));
        assertThat(fact.fromCredit()).isEqualTo(pounds("31.60"));
        assertThat(refunded.posted().balances()).containsExactly("1300 31.60", "2300 -31.60");
        PaymentInstructed instructed = refunded.the(PaymentInstructed.class);
        assertThat(instructed.purpose()).isEqualTo(PaymentPurpose.REFUND);
        assertThat(instructed.channel()).isEqualTo(Channel.BANK);
        assertThat(instructed.account()).isNull();
        assertThat(inWords(instructed.split())).isEqualTo("CLIENT 31.60");
        refunded.when(refund(null)).thenRefused(new NothingToRefund(pounds("0.00")));
    }

    @Test
    void aPartMayBePaidBackAndNeverMoreThanThereIs() {
        paidIn("200.00").when(refund("31.61")).thenRefused(new ExceedsRefundable(pounds("31.61"), pounds("31.60")));
        paidIn("200.00").when(refund("0.00")).thenRefused(new AmountNotPositive("amount", pounds("0.00")));
        paidIn("168.40").when(refund("0.01")).thenRefused(new NothingToRefund(pounds("0.00")));
        paidIn("200.00")
                .and(refund("1.60").named("first"))
                .when(refund("30.01"))
                .thenRefused(new ExceedsRefundable(pounds("30.01"), pounds("30.00")));
    }

    @Test
    void handedOverItLeavesTheBankAndComesBackToBeTriedAgain() {
        DeciderFixture ledger = paidIn("200.00").and(refund(null));
        Then submitted = ledger.when(submit(REFUND));
        assertThat(submitted.posted().balances()).containsExactly("1100 -31.60", "2300 31.60");
        Then settled = submitted.when(settle(REFUND, SettlementLeg.BOTH, "2025-06-05"));
        assertThat(settled.posted().balances()).containsExactly("1000 -31.60", "1100 31.60");
        // 200.00 came in, 31.60 went out, 168.40 stays: what was due.
        assertThat(settled.books().balance(1000)).isEqualTo("168.40");
        assertThat(settled.books().balance(1300)).isEqualTo("0.00");
        Then returned = settled.when(comesBack(REFUND, ReturnCode.ACCOUNT_CLOSED, "2025-06-05"));
        assertThat(returned.posted().balances()).containsExactly("1000 31.60", "2300 -31.60");
        assertThat(returned.when(reissue(REFUND)).posted().balances()).isEmpty();
        returned.when(refund(null)).thenRefused(new NothingToRefund(pounds("0.00")));
    }

    @Test
    void rejectedBeforeItLeftItIsStillOwed() {
        Then rejected = paidIn("200.00")
                .and(refund(null), submit(REFUND))
                .when(comesBack(REFUND, ReturnCode.INVALID_DETAILS, "2025-06-05"));
        assertThat(rejected.posted().balances()).containsExactly("1100 31.60", "2300 -31.60");
    }

    @Test
    void whoInstructedItDoesNotHandItOver() {
        ActorId officer = refund(null).actor().id();
        paidIn("200.00")
                .and(refund(null))
                .when(Request.as(officer, submit(REFUND)))
                .thenRefused(new InstructorMayNotSubmit(officer, REFUND));
    }

    @Test
    void aftercareIsNeverChargedFor() {
        given(aBudgetOf("310.00").asAftercare())
                .when(assess("42.10", "2025-04-07"))
                .thenRefused(new AftercareIsFree());
    }

    private static DeciderFixture paidIn(String amount) {
        return given(
                aBudgetOf("310.00").contributing("42.10"),
                today("2025-06-05"),
                raiseContribution("2025-P03"),
                contributionPaid(null, amount, "2025-06-05"));
    }
}
