package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.JudgementEvent.VirementNotified;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Then;

/** What other lines leave unused may be spent on a line: told above an amount, and lent once. */
class VirementTest {

    /** One period of home care 1,100.00, flexible 140.00 and transport 80.00, from 2 June. */
    private static final Given THREE_LINES = ledger -> ledger.and(
            aBudgetOf("330.00")
                    .startingOn("2025-06-02")
                    .planned(
                            careLine(),
                            flexibleLine(),
                            service(
                                    new org.personalbudget.ledger.terms.LineId("TAXI"),
                                    Category.TRANSPORT,
                                    "20.00",
                                    null,
                                    null,
                                    null))
                    .paidGross(),
            inTheAccount("2025-P03", "2025-06-02"),
            today("2025-06-28"));

    @Test
    void somebodyIsToldWhenALineTakesMuchMoreThanItsOwn() {
        // A fifth of 140.00 is 28.00.
        given(THREE_LINES).when(spend("168.00", "2025-06-10")).thenRecorded(SpendRecorded.class);
        Then told = given(THREE_LINES)
                .when(spend("168.01", "2025-06-10"))
                .thenRecorded(SpendRecorded.class, VirementNotified.class);
        VirementNotified virement = told.the(VirementNotified.class);
        assertThat(virement.line()).isEqualTo(FLEX);
        assertThat(virement.vired()).isEqualTo(pounds("28.01"));
        assertThat(virement.lineAllocated()).isEqualTo(pounds("140.00"));
        assertThat(virement.spend()).isEqualTo(told.the(SpendRecorded.class).spend());
        // And again when it takes more, but not when another line spends its own.
        told.when(spend("0.01", "2025-06-10")).thenRecorded(SpendRecorded.class, VirementNotified.class);
        told.when(spend("80.00", "2025-06-10").of(Category.TRANSPORT)).thenRecorded(SpendRecorded.class);
    }

    @Test
    void whatIsLentToOneLineIsNotLentToAnother() {
        // A tenth of 1,180.00 is 118.00; the flexible line takes 100.00 of it.
        Given lent = ledger -> ledger.and(THREE_LINES, spend("240.00", "2025-06-10"));
        assertThat(accepted(given(lent), "258.01")).isFalse();
        // Transport could have had a tenth of 1,100.00 more than its own: 10.00 of it is left.
        assertThat(accepted(given(lent), "90.00")).isTrue();
        assertThat(accepted(given(lent), "90.01")).isFalse();
        // Lent to nobody, a tenth of what both others leave, 1,240.00, is there.
        assertThat(accepted(given(THREE_LINES), "204.00")).isTrue();
        assertThat(accepted(given(THREE_LINES), "204.01")).isFalse();
    }

    @Test
    void whatIsLentLeavesEachLineItsOwn() {
        Given lent = ledger -> ledger.and(THREE_LINES, spend("258.00", "2025-06-10"));
        assertThat(accepted(given(lent), "80.00")).isTrue();
        assertThat(accepted(given(lent), "80.01")).isFalse();
    }

    private static boolean accepted(org.personalbudget.ledger.testing.DeciderFixture ledger, String fares) {
        return ledger.when(spend(fares, "2025-06-10").of(Category.TRANSPORT))
                .the(SpendRecorded.class)
                .accepted();
    }
}
