package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.JudgementWords.*;
import static org.personalbudget.ledger.testing.Request.as;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetRefusal.AmountNotPositive;
import org.personalbudget.ledger.budget.BudgetRefusal.DateInFuture;
import org.personalbudget.ledger.budget.JudgementEvent.SpendQueried;
import org.personalbudget.ledger.budget.JudgementEvent.SpendRefunded;
import org.personalbudget.ledger.budget.JudgementRefusal.*;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ledger.testing.ASpend;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class MerchantRefundsTest {

    private static final SpendId COAT = spendNamed("coat");
    private static final PaymentId HOIST = oneOffNamed("hoist");

    /** S06: 264.00 on a card that holds 1,071.60 of the council's and 168.40 of the person's. */
    private static final Given BOUGHT = ledger -> ledger.and(
            aBudgetOf("310.00").contributing("42.10").onACard(),
            inTheAccount("2025-P03", "2025-06-02"),
            contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
            today("2025-06-28"),
            coat("264.00"));

    private static Request coat(String amount) {
        return spend(amount, "2025-06-10").of(Category.HOME_CARE).request().named("coat");
    }

    @Test
    void whatComesBackIsSplitAsItWentOut() {
        Then back = given(BOUGHT).when(refund(COAT, "22.00", "2025-06-17")).thenRecorded(SpendRefunded.class);
        SpendRefunded refunded = back.the(SpendRefunded.class);
        assertThat(inWords(refunded.split())).isEqualTo("LA 19.01, CLIENT 2.99");
        assertThat(refunded.when().effectiveOn()).isEqualTo("2025-06-17");
        assertThat(refunded.underQuery()).isFalse();
        assertThat(back.posted().balances()).containsExactly("1205 22.00", "5000 -22.00", "9010 -22.00", "9200 22.00");
        assertThat(back.books().balance(1205)).isEqualTo("998.00");
        // All the rest comes back to the penny, and can be spent again.
        Then all = back.when(refund(COAT, "242.00", "2025-06-18"));
        assertThat(all.books().balance(1205, Source.LA)).isEqualTo("1071.60");
        assertThat(all.books().balance(1205, Source.CLIENT)).isEqualTo("168.40");
        assertThat(all.books().balance(5000)).isEqualTo("0.00");
        all.when(refund(COAT, "0.01", "2025-06-18"))
                .thenRefused(new ExceedsSpend(COAT, pounds("0.01"), pounds("0.00")));
        all.when(query(COAT, SpendReason.EVIDENCE_MISSING)).thenRefused(new AllRefunded(COAT));
    }

    @Test
    void pennyByPennyNothingIsLostOrMadeUp() {
        Then then = given(BOUGHT).when(refund(COAT, "263.90", "2025-06-17"));
        for (int penny = 0; penny < 10; penny++)
            then = then.when(refund(COAT, "0.01", "2025-06-17")).thenAccepted();
        assertThat(then.books().balance(1205, Source.LA)).isEqualTo("1071.60");
        assertThat(then.books().balance(1205, Source.CLIENT)).isEqualTo("168.40");
        assertThat(then.books().balance(9200)).isEqualTo("0.00");
    }

    @Test
    void theMerchantGivesBackNoMoreThanItGot() {
        given(BOUGHT)
                .when(refund(COAT, "264.01", "2025-06-17"))
                .thenRefused(new ExceedsSpend(COAT, pounds("264.01"), pounds("264.00")));
        given(BOUGHT)
                .when(refund(COAT, "0.00", "2025-06-17"))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
        given(BOUGHT)
                .when(refund(COAT, "1.00", "2025-06-09"))
                .thenRefused(new BeforeSpend("on", day("2025-06-09"), day("2025-06-10")));
        given(BOUGHT)
                .when(refund(COAT, "1.00", "2025-06-29"))
                .thenRefused(new DateInFuture("on", day("2025-06-29"), day("2025-06-28")));
        given(BOUGHT).when(refund(NO_SPEND, "1.00", "2025-06-17")).thenRefused(new UnknownSpend(NO_SPEND));
    }

    @Test
    void whatIsUnderQueryComesBackFromThere() {
        Then back = given(BOUGHT, query(COAT, SpendReason.EVIDENCE_MISSING))
                .when(refund(COAT, "264.00", "2025-06-17"))
                .thenRecorded(SpendRefunded.class);
        assertThat(back.the(SpendRefunded.class).underQuery()).isTrue();
        assertThat(back.posted().balances()).containsExactly("1205 264.00", "5800 -264.00");
        assertThat(back.books().balance(9200)).isEqualTo("0.00");
        // There is nothing left to judge.
        back.when(accept(COAT)).thenRefused(new NotUnderQuery(COAT));
    }

    @Test
    void whatWasReclaimedIsOwedAndDoesNotComeBackThisWay() {
        Given judged = ledger -> ledger.and(
                BOUGHT,
                as(Role.RECONCILER, query(COAT, SpendReason.EVIDENCE_MISSING)),
                answer(COAT),
                acceptPart(COAT, "64.00"));
        given(judged)
                .when(refund(COAT, "64.01", "2025-06-17"))
                .thenRefused(new ExceedsSpend(COAT, pounds("64.01"), pounds("64.00")));
        Then back = given(judged).when(refund(COAT, "64.00", "2025-06-17"));
        assertThat(back.books().balance(5000)).isEqualTo("0.00");
        assertThat(back.books().balance(1350)).isEqualTo("200.00");
    }

    @Test
    void moneySetAsideGoesBackToItsPurpose() {
        ASpend hoist = spend("400.00", "2025-06-02").of(Category.EQUIPMENT).setAsideBy(HOIST);
        Then queried = given(
                        aBudgetOf("310.00").paidNet(),
                        inTheAccount("2025-P03", "2025-06-02"),
                        oneOff("hoist", "2025-P03", "345.00"),
                        paid(HOIST, "2025-06-02"))
                .when(hoist.request().named("coat"));
        assertThat(queried.the(SpendQueried.class).rules()).containsExactly(SpendReason.OVER_LINE);
        Then back = queried.when(refund(COAT, "400.00", "2025-06-02"));
        assertThat(inWords(back.the(SpendRefunded.class).split())).isEqualTo("LA fenced 345.00, LA 55.00");
        // What is set aside can be spent on its purpose again.
        assertThat(back.when(spend("345.00", "2025-06-02")
                                .of(Category.EQUIPMENT)
                                .setAsideBy(HOIST))
                        .the(BudgetEvent.SpendRecorded.class)
                        .accepted())
                .isTrue();
    }
}
