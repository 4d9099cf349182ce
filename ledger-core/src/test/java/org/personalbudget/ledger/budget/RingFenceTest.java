package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.SourceOverdrawn;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.testing.ASpend;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** Money set aside for a purpose of its own. */
class RingFenceTest {

    private static final PaymentId HOIST = oneOffNamed("hoist");

    /** 1,240.00 that is free and 345.00 for a hoist. */
    private static final Given FENCED = ledger -> ledger.and(
            aBudgetOf("310.00").paidNet(),
            inTheAccount("2025-P03", "2025-06-02"),
            oneOff("hoist", "2025-P03", "345.00"),
            paid(HOIST, "2025-06-02"));

    private static ASpend onTheHoist(String amount) {
        return spend(amount, "2025-06-02").of(Category.EQUIPMENT).setAsideBy(HOIST);
    }

    @Test
    void aSpendThatNamesItUsesItAndNoLine() {
        Then spent = given(FENCED).when(onTheHoist("300.00")).thenRecorded(SpendRecorded.class);
        assertThat(inWords(spent.the(SpendRecorded.class).split())).isEqualTo("LA fenced 300.00");
        assertThat(spent.the(SpendRecorded.class).reasons()).isEmpty();
        assertThat(spent.posted().balances())
                .containsExactly("1200 -300.00", "5050 300.00", "9010 300.00", "9200 -300.00");
    }

    @Test
    void nothingElseUsesIt() {
        Then spent = given(FENCED).when(spend("1300.00", "2025-06-02").of(Category.HOME_CARE));
        assertThat(inWords(spent.the(SpendRecorded.class).split())).isEqualTo("LA 1300.00");
        assertThat(spent.the(SpendRecorded.class).reasons()).containsExactly(SpendReason.CANNOT_AFFORD);
        assertThat(spent.the(SourceOverdrawn.class).shortfall()).isEqualTo(pounds("60.00"));
    }

    @Test
    void whatItDoesNotCoverIsQueriedAndTakenFromFreeMoney() {
        Then spent = given(FENCED).when(onTheHoist("400.00"));
        assertThat(inWords(spent.the(SpendRecorded.class).split())).isEqualTo("LA fenced 345.00, LA 55.00");
        assertThat(spent.the(SpendRecorded.class).reasons()).containsExactly(SpendReason.OVER_LINE);
    }

    @Test
    void moneyThatWasSpentIsRecordedThoughTheRingFenceIsUsedUp() {
        Then spent = given(FENCED, onTheHoist("345.00")).when(onTheHoist("1.00"));
        assertThat(spent.the(SpendRecorded.class).reasons()).containsExactly(SpendReason.OVER_LINE);
        assertThat(inWords(spent.the(SpendRecorded.class).split())).isEqualTo("LA 1.00");
    }

    @Test
    void anOutcomeThePlanDoesNotKnowIsQueriedHereToo() {
        Then spent = given(FENCED).when(onTheHoist("1.00").serving("Mrs Miggins"));
        assertThat(spent.the(SpendRecorded.class).reasons()).containsExactly(SpendReason.SERVES_NO_OUTCOME);
        assertThat(spent.the(SpendRecorded.class).outcome()).isNull();
        assertThat(given(FENCED)
                        .when(onTheHoist("1.00").serving("A-LIFE"))
                        .the(SpendRecorded.class)
                        .outcome())
                .isEqualTo(LIFE);
    }

    @Test
    void aPartOfWhatExceedsAllPotsIsOnePartWithTheLeads() {
        Then spent = given(FENCED).when(onTheHoist("2000.00"));
        assertThat(inWords(spent.the(SpendRecorded.class).split())).isEqualTo("LA fenced 345.00, LA 1655.00");
        assertThat(spent.the(SourceOverdrawn.class).shortfall()).isEqualTo(pounds("415.00"));
    }

    @Test
    void aCreditTakenBackAfterItWasSpentIsSaid() {
        Then back = given(FENCED, onTheHoist("345.00")).when(comesBack(HOIST, ReturnCode.ACCOUNT_CLOSED, "2025-06-02"));
        assertThat(back.the(SourceOverdrawn.class).source()).isEqualTo(Source.LA);
        assertThat(back.the(SourceOverdrawn.class).shortfall()).isEqualTo(pounds("345.00"));
    }
}
