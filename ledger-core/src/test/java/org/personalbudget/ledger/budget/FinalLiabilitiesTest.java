package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.died;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.LineOverspent;
import org.personalbudget.ledger.budget.BudgetEvent.SpendCleared;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.JudgementEvent.SpendQueried;
import org.personalbudget.ledger.budget.JudgementEvent.VirementNotified;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.testing.ASpend;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** After the end, debts already incurred are still paid; whatever else was spent is asked about. */
class FinalLiabilitiesTest {

    private static final Given FUNDED = ledger ->
            ledger.and(aBudgetOf("310.00").paidGross(), inTheAccount("2025-P03", "2025-06-02"), today("2025-06-28"));

    /** The person died on 10 June; it is 28 June. */
    private static final Given ENDED =
            ledger -> ledger.and(FUNDED, died("2025-06-10").askedOn("2025-06-14"), today("2025-06-28"));

    private static ASpend wage(String amount, String on) {
        return spend(amount, on).of(Category.PERSONAL_ASSISTANT);
    }

    @Test
    void s16WagesAndNoticeAreSettledWithoutALine() {
        Then settled = given(ENDED).when(wage("264.00", "2025-06-20")).thenRecorded(SpendRecorded.class);
        assertThat(settled.the(SpendRecorded.class).line()).isNull();
        assertThat(settled.posted().balance(5010)).isEqualTo("264.00");
        // Of days before the end as well, once it is over.
        given(ENDED).when(wage("275.00", "2025-06-09")).thenRecorded(SpendRecorded.class);
        given(ENDED).when(wage("12.00", "2025-07-09").notYetPaid()).thenRecorded(SpendCleared.class);
        // While the budget pays, a line is needed.
        assertThat(given(FUNDED)
                        .when(wage("264.00", "2025-06-20"))
                        .the(SpendQueried.class)
                        .rules())
                .containsExactly(SpendReason.SERVES_NO_OUTCOME);
    }

    @Test
    void theOtherRulesStillHold() {
        assertThat(given(ENDED)
                        .when(wage("1240.01", "2025-06-20"))
                        .the(SpendQueried.class)
                        .rules())
                .containsExactly(SpendReason.CANNOT_AFFORD);
    }

    @Test
    void whatElseWasSpentAfterTheEndIsAskedAbout() {
        assertThat(given(ENDED)
                        .when(spend("5.00", "2025-06-11"))
                        .the(SpendQueried.class)
                        .rules())
                .containsExactly(SpendReason.AFTER_END);
        given(ENDED).when(spend("5.00", "2025-06-10")).thenRecorded(SpendRecorded.class);
    }

    @Test
    void aDebtMayTakeItsLineTooFar() {
        Then settled = given(ENDED)
                .when(wage("600.00", "2025-06-09").onLine("FLEX"))
                .thenRecorded(SpendRecorded.class, LineOverspent.class, VirementNotified.class);
        // Two periods of 140.00 and nine days of the third; once it is over, no line has anything to lend.
        assertThat(settled.the(LineOverspent.class).over()).isEqualTo(pounds("275.00"));
    }
}
