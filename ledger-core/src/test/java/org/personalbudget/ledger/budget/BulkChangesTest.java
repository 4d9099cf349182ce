package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.end;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.Request.as;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.budget.BudgetEvent.PlanApproved;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetRefusal.NoPlanInForce;
import org.personalbudget.ledger.budget.BudgetRefusal.ProposerMayNotApprove;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeCommand.ProposeCut;
import org.personalbudget.ledger.budget.ChangeCommand.UpliftRates;
import org.personalbudget.ledger.budget.ChangeEvent.CutProposed;
import org.personalbudget.ledger.budget.ChangeEvent.UpliftProposed;
import org.personalbudget.ledger.budget.ChangeRefusal.*;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.People;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

/** What a bulk change does to one budget: S26 and S17, and what they must not do. */
class BulkChangesTest {

    private static final BatchId BATCH = new BatchId("batch");
    private static final Given PLANNED = aBudgetOf("310.00");

    private static Request uplift(@Nullable Integer basisPoints, @Nullable String rate, String from) {
        return Request.of(new UpliftRates(
                BUDGET, BATCH, Category.HOME_CARE, basisPoints, rate == null ? null : pounds(rate), day(from)));
    }

    private static Request cut(int basisPoints) {
        return Request.of(new ProposeCut(BUDGET, BATCH, basisPoints));
    }

    private static Money weeklyOn(String day, DeciderFixture ledger) {
        return ((Budget) ledger.budget(BUDGET)).weeklyOn(day(day));
    }

    /** 22.00 + 4.1 % = 22.902, so 22.90; × 12.5 h = 286.25; + 35.00 = 321.25. A period is 1,285.00, not 1,290.84. */
    @Test
    void anUpliftRaisesThePriceAndNotWhatHasNone() {
        Then proposed = given(PLANNED, today("2026-04-06"))
                .when(uplift(410, null, "2026-04-06"))
                .thenRecorded(PlanProposed.class, UpliftProposed.class);
        PlanProposed plan = proposed.the(PlanProposed.class);
        assertThat(plan.weekly()).isEqualTo(pounds("321.25"));
        assertThat(plan.lines().getFirst().unitRate()).isEqualTo(pounds("22.90"));
        assertThat(plan.lines().getFirst().weekly()).isEqualTo(pounds("286.25"));
        assertThat(plan.lines().getLast().weekly()).isEqualTo(pounds("35.00"));
        UpliftProposed uplift = proposed.the(UpliftProposed.class);
        assertThat(uplift.before()).isEqualTo(pounds("310.00"));
        assertThat(uplift.after()).isEqualTo(pounds("321.25"));
        assertThat(uplift.planVersion()).isEqualTo(2);
    }

    @Test
    void aNewPriceIsGivenOrWorkedOut() {
        assertThat(given(PLANNED, today("2026-04-06"))
                        .when(uplift(null, "22.90", "2026-04-06"))
                        .the(PlanProposed.class)
                        .weekly())
                .isEqualTo(pounds("321.25"));
    }

    @Test
    void nothingChangesBeforeSomebodyElseHasApproved() {
        DeciderFixture proposed = given(PLANNED, today("2026-04-06"), uplift(410, null, "2026-04-06"));
        assertThat(weeklyOn("2026-04-06", proposed)).isEqualTo(pounds("310.00"));
        var controller = People.FAY;
        proposed.when(as(controller, approvePlan(2))).thenRefused(new ProposerMayNotApprove(controller, 2));
        proposed.when(approvePlan(2)).thenAccepted();
        assertThat(weeklyOn("2026-04-05", proposed)).isEqualTo(pounds("310.00"));
        assertThat(weeklyOn("2026-04-06", proposed)).isEqualTo(pounds("321.25"));
    }

    @Test
    void theSameBatchWorksOnce() {
        DeciderFixture proposed = given(PLANNED, today("2026-04-06"), uplift(410, null, "2026-04-06"));
        assertThat(proposed.when(uplift(410, null, "2026-04-06")).thenAccepted().events())
                .isEmpty();
        proposed.when(approvePlan(2)).thenAccepted();
        assertThat(proposed.when(uplift(410, null, "2026-04-06")).thenAccepted().events())
                .isEmpty();
    }

    /** Whoever reads proposals knows them by batch and budget. */
    @Test
    void aBatchThatRaisesPricesCutsNothingAndTheOtherWayRound() {
        DeciderFixture raised = given(PLANNED, today("2026-04-06"), uplift(410, null, "2026-04-06"));
        assertThat(raised.when(cut(500)).thenAccepted().events()).isEmpty();
        DeciderFixture lowered = given(PLANNED, today("2026-04-06"), cut(500));
        assertThat(lowered.when(uplift(410, null, "2026-04-06")).thenAccepted().events())
                .isEmpty();
    }

    /** The later plan has 14 h at 22.00 = 308.00, + 35.00 = 343.00; with 22.90: 320.60 + 35.00 = 355.60. */
    @Test
    void plansThatStartLaterRiseAsWell() {
        DeciderFixture ledger = given(
                PLANNED,
                today("2026-03-02"),
                Request.of(new BudgetCommand.ProposePlan(
                        BUDGET,
                        day("2026-06-01"),
                        List.of(outcome(HOME), outcome(LIFE)),
                        List.of(service(CARE, Category.HOME_CARE, "308.00", "14", "22.00", null), flexibleLine()),
                        pounds("343.00"),
                        null,
                        null)),
                approvePlan(2),
                uplift(410, null, "2026-04-06"));
        Then approved = ledger.when(approvePlan(3)).thenAccepted();
        assertThat(approved.all(PlanApproved.class).map(PlanApproved::version)).containsExactly(3, 4);
        assertThat(weeklyOn("2026-04-05", ledger)).isEqualTo(pounds("310.00"));
        assertThat(weeklyOn("2026-04-06", ledger)).isEqualTo(pounds("321.25"));
        assertThat(weeklyOn("2026-05-31", ledger)).isEqualTo(pounds("321.25"));
        assertThat(weeklyOn("2026-06-01", ledger)).isEqualTo(pounds("355.60"));
    }

    @Test
    void aBatchDoesNotTakeAProposalAway() {
        given(PLANNED, proposePlan("2026-05-04", careLine(), flexibleLine()))
                .when(uplift(410, null, "2026-04-06"))
                .thenRefused(new ProposalOpen(2));
    }

    /** A plan could not be approved any more, so none is proposed, though it were of a day before. */
    @Test
    void nothingIsRaisedAfterTheEnd() {
        given(PLANNED, today("2026-05-01"), end("2026-04-30"))
                .when(uplift(410, null, "2026-04-06"))
                .thenRefused(new BudgetHasEnded(day("2026-04-30")));
    }

    @Test
    void thereIsSomethingToRaiseAndNotTooMuch() {
        given(PLANNED)
                .when(Request.of(new UpliftRates(BUDGET, BATCH, Category.RESPITE, 410, null, day("2026-04-06"))))
                .thenRefused(new NothingToUplift(Category.RESPITE, day("2026-04-06")));
        given(PLANNED)
                .when(uplift(null, "22.00", "2026-04-06"))
                .thenRefused(new RateNotHigher(pounds("22.00"), pounds("22.00")));
        given(PLANNED).when(uplift(null, "24.21", "2026-04-06")).thenRefused(new AboveUpliftLimit(1_005, 1_000));
        given(PLANNED).when(uplift(null, "24.20", "2026-04-06")).thenAccepted();
        given(PLANNED).when(uplift(1_001, null, "2026-04-06")).thenRefused(new AboveUpliftLimit(1_000, 1_000));
        given(PLANNED).when(uplift(0, null, "2026-04-06")).thenRefused(new ChangeOutOfRange(0));
        given(PLANNED).when(uplift(410, null, "2025-04-06")).thenRefused(new NoPlanInForce(day("2025-04-06")));
    }

    /** 5 % less of each, rounded half up. */
    @ParameterizedTest
    @CsvSource({"310.00,294.50", "246.91,234.56", "83.33,79.16", "379.44,360.47"})
    void aCutProposesAndChangesNothing(String weekly, String proposed) {
        DeciderFixture ledger = given(aBudgetOf(weekly).planned(), today("2025-09-01"));
        Then then = ledger.when(cut(500)).thenRecorded(CutProposed.class);
        assertThat(then.the(CutProposed.class).weekly()).isEqualTo(pounds(weekly));
        assertThat(then.the(CutProposed.class).proposedWeekly()).isEqualTo(pounds(proposed));
        assertThat(weeklyOn("2026-09-01", ledger)).isEqualTo(pounds(weekly));
        assertThat(ledger.when(cut(500)).thenAccepted().events()).isEmpty();
        given(PLANNED).when(cut(10_001)).thenRefused(new ChangeOutOfRange(10_001));
    }
}
