package org.personalbudget.projections.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.projections.testing.LedgerViews.asOf;
import static org.personalbudget.projections.testing.Recorded.planOf;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.projections.comparison.Comparison.Cause;
import org.personalbudget.projections.comparison.Comparison.Figure;
import org.personalbudget.projections.comparison.Comparison.Name;
import org.personalbudget.projections.testing.LedgerViews;
import org.personalbudget.projections.testing.Recorded;

/** What has become known since, and by what. */
class ComparisonIT {

    private static Comparison compared(Recorded recorded, String effective, String with, String known) {
        return new ComparisonQuery(recorded.tables().client())
                .of(BUDGET, asOf(effective, known), Instant.parse(with))
                .orElseThrow();
    }

    private static Figure the(Comparison comparison, Name name, Source source) {
        return comparison.figures().stream()
                .filter(figure -> figure.figure() == name && figure.source() == source)
                .filter(figure ->
                        figure.period() == null || figure.period().toString().equals("2025-P03"))
                .reduce((one, other) -> {
                    throw new AssertionError(one + " and " + other);
                })
                .orElseThrow();
    }

    /** S14: the weekly amount for October is 310.00 as known on 1 November, and 352.50 as known on the 11th. */
    @Test
    void s14TheWeeklyAmountOfOctoberIsKnownToBeHigher() {
        Recorded recorded = new Recorded()
                .at("2025-04-01T09:00:00Z", given(aBudgetOf("310.00")))
                .at("2025-11-10T09:00:00Z", planOf("352.50", "2025-09-08", "2025-11-10"));
        long position = recorded.head();

        Figure october = the(
                compared(recorded, "2025-10-08", "2025-11-01T00:00:00Z", "2025-11-11T00:00:00Z"), Name.WEEKLY, null);
        Figure august = the(
                compared(recorded, "2025-08-08", "2025-11-01T00:00:00Z", "2025-11-11T00:00:00Z"), Name.WEEKLY, null);

        assertThat(october.then()).isEqualTo(pounds("310.00"));
        assertThat(october.now()).isEqualTo(pounds("352.50"));
        assertThat(october.difference()).isEqualTo(pounds("42.50"));
        assertThat(october.events())
                .containsExactly(
                        new Cause(position, "PlanApproved", "controller", Instant.parse("2025-11-10T09:00:00Z")));
        assertThat(august.difference()).isEqualTo(pounds("0.00"));
        assertThat(august.events()).isEmpty();
    }

    /**
     * S01 holds 66.00, LA 57.04 and CLIENT 8.96, when a spend of 20.00 on the day before becomes known: LA 20.00 × 57.04 /
     * 66.00 = 17.2848, CLIENT 2.7152, so 17.28 and 2.72 by largest remainder; 39.76 and 6.24 are left. Consumed 1,174.00
     * becomes 1,194.00, available 66.00 becomes 46.00, and what was allocated and contributed stays.
     */
    @Test
    void aSpendThatBecomesKnownLaterMovesWhatItMoves() {
        DeciderFixture ledger = given(
                aBudgetOf("310.00").contributing("42.10").paidNet(),
                inTheAccount("2025-P03", "2025-06-02"),
                contributionPaid(ACCOUNT, "168.40", "2025-06-02"),
                today("2025-06-29"),
                spend("1056.00", "2025-06-27").of(Category.HOME_CARE),
                spend("118.00", "2025-06-28"));
        LedgerViews views = new LedgerViews().see(ledger, "2025-06-29T09:00:00Z");
        ledger.and(today("2025-06-30"), spend("20.00", "2025-06-28"));
        views.see(ledger, "2025-06-30T09:00:00Z");

        Comparison comparison = new ComparisonQuery(views.tables().client())
                .of(BUDGET, asOf("2025-06-29", "2025-07-01T00:00:00Z"), Instant.parse("2025-06-29T12:00:00Z"))
                .orElseThrow();

        assertThat(comparison.same()).isFalse();
        assertMoved(the(comparison, Name.CONSUMED, null), "1174.00", "1194.00");
        assertMoved(the(comparison, Name.AVAILABLE, null), "66.00", "46.00");
        assertMoved(the(comparison, Name.BALANCE, Source.LA), "57.04", "39.76");
        assertMoved(the(comparison, Name.BALANCE, Source.CLIENT), "8.96", "6.24");
        assertStayed(the(comparison, Name.ALLOCATED, null), "1240.00");
        assertStayed(the(comparison, Name.CONTRIBUTION_DUE, null), "168.40");
        assertStayed(the(comparison, Name.CONTRIBUTION_RECEIVED, null), "168.40");
        assertStayed(the(comparison, Name.WEEKLY, null), "310.00");
    }

    private static void assertMoved(Figure figure, String then, String now) {
        assertThat(List.of(figure.then(), figure.now())).containsExactly(pounds(then), pounds(now));
        assertThat(figure.difference()).isEqualTo(pounds(now).minus(pounds(then)));
        assertThat(figure.events()).extracting(Cause::type).containsExactly("SpendRecorded");
    }

    private static void assertStayed(Figure figure, String amount) {
        assertThat(List.of(figure.then(), figure.now())).containsExactly(pounds(amount), pounds(amount));
        assertThat(figure.events()).isEmpty();
    }

    @Test
    void comparedWithItselfNothingDiffers() {
        Recorded recorded = new Recorded()
                .at(
                        "2025-04-01T09:00:00Z",
                        given(aBudgetOf("310.00").contributing("42.10").paidNet()));

        Comparison comparison = compared(recorded, "2025-06-29", "2025-05-01T00:00:00Z", "2025-06-01T00:00:00Z");

        assertThat(comparison.same()).isTrue();
        assertThat(comparison.figures())
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.events()).isEmpty());
        assertThat(new ComparisonQuery(recorded.tables().client())
                        .of(BUDGET, asOf("2025-06-29", "2025-03-31T00:00:00Z"), Instant.parse("2025-03-01T00:00:00Z")))
                .as("not known yet")
                .isEmpty();
    }
}
