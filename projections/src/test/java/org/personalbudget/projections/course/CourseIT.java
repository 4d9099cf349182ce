package org.personalbudget.projections.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.projections.testing.LedgerViews.asOf;
import static org.personalbudget.projections.testing.Recorded.planOf;
import static org.personalbudget.projections.testing.Recorded.when;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionAssessed;
import org.personalbudget.ledger.budget.ChangeEvent.AccountClosed;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetEnded;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetResumed;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetSuspended;
import org.personalbudget.ledger.budget.ChangeEvent.DeathRecorded;
import org.personalbudget.ledger.budget.ChangeEvent.OverAdvanced;
import org.personalbudget.ledger.budget.EndReason;
import org.personalbudget.ledger.budget.FundingEvent.FundersChanged;
import org.personalbudget.ledger.budget.SuspensionReason;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.testing.People;
import org.personalbudget.projections.budget.BudgetOverview.ExceptionView;
import org.personalbudget.projections.budget.BudgetQuery;
import org.personalbudget.projections.course.BudgetCourse.Change;
import org.personalbudget.projections.course.BudgetCourse.OverAdvance;
import org.personalbudget.projections.course.BudgetCourse.Part;
import org.personalbudget.projections.testing.Recorded;

/** What changed a budget, from when, known since when, by whom, and what it was before. */
class CourseIT {

    private static final String ALWAYS = "2026-12-01T00:00:00Z";

    private final Recorded recorded = new Recorded()
            .at(
                    "2025-04-01T09:00:00Z",
                    given(aBudgetOf("310.00").contributing("42.10").paidNet()));

    private BudgetCourse course(String effective, String known) {
        return new CourseQuery(recorded.tables().client()).of(BUDGET, asOf(effective, known));
    }

    private Change last() {
        return course("2025-11-11", ALWAYS).timeline().getLast();
    }

    private static BudgetSuspended suspended(String from, LineId... lines) {
        return new BudgetSuspended(
                BUDGET, when(from), day(from), List.of(lines), SuspensionReason.HOSPITAL, 28, null, People.ALICE);
    }

    private Standing standing(String effective) {
        return course(effective, ALWAYS).standing();
    }

    @Test
    void s14ABackdatedPlanTellsWhatWasInForceOnItsDay() {
        recorded.at("2025-11-10T09:00:00Z", planOf("352.50", "2025-09-08", "2025-11-10"));

        Change change = last();

        assertThat(change.kind()).isEqualTo(ChangeKind.PLAN_APPROVED);
        assertThat(change.effectiveOn()).isEqualTo(day("2025-09-08"));
        assertThat(change.recordedAt()).isEqualTo(Instant.parse("2025-11-10T09:00:00Z"));
        assertThat(change.actor()).isEqualTo("controller");
        assertThat(change.changes())
                .containsExactly(
                        new Part("plan", "1", "2"),
                        new Part("proposal", "PROPOSED", "APPROVED"),
                        new Part("weekly", "310.00", "352.50"));
        assertThat(course("2025-11-11", "2025-11-09T00:00:00Z").timeline())
                .as("not known before")
                .doesNotContain(change);
    }

    @Test
    void whatWasBeforeIsWhatWasInForceOnTheDayOfTheChange() {
        recorded.at(
                "2025-11-10T09:00:00Z",
                new FundersChanged(
                        BUDGET,
                        when("2025-11-10"),
                        day("2025-09-08"),
                        List.of(share(Funder.LA, 70), share(Funder.ICB, 30)),
                        aNote("why"),
                        People.ALICE));
        assertThat(last().changes()).containsExactly(new Part("funders", "LA 100.00", "LA 70.00, ICB 30.00"));

        recorded.at("2025-11-10T10:00:00Z", assessed("50.00", "2025-10-06"), assessed("45.00", "2025-07-28"));
        assertThat(last().changes())
                .as("the assessment from October is later than July")
                .containsExactly(new Part("contribution", "42.10", "45.00"));
    }

    private static ContributionAssessed assessed(String weekly, String from) {
        return new ContributionAssessed(BUDGET, when("2025-11-10"), pounds(weekly), day(from), Funder.LA, People.ALICE);
    }

    @Test
    void aBudgetIsSuspendedFromItsDayUntilItIsResumed() {
        recorded.at("2025-10-01T09:00:00Z", suspended("2025-10-06"))
                .at(
                        "2025-10-20T09:00:00Z",
                        new BudgetResumed(BUDGET, when("2025-10-20"), day("2025-11-03"), People.ALICE));

        assertThat(standing("2025-10-05")).isEqualTo(Standing.ACTIVE);
        assertThat(standing("2025-10-06")).isEqualTo(Standing.SUSPENDED);
        assertThat(standing("2025-11-02")).isEqualTo(Standing.SUSPENDED);
        assertThat(standing("2025-11-03")).isEqualTo(Standing.ACTIVE);
        assertThat(course("2025-11-03", "2025-10-19T00:00:00Z").standing())
                .as("as known before it was resumed")
                .isEqualTo(Standing.SUSPENDED);
        assertThat(last().changes()).containsExactly(new Part("standing", "SUSPENDED", "ACTIVE"));
    }

    @Test
    void aSuspendedLineDoesNotSuspendTheBudget() {
        recorded.at("2025-10-01T09:00:00Z", suspended("2025-10-06", CARE));

        assertThat(standing("2025-10-06")).isEqualTo(Standing.ACTIVE);
        assertThat(last().changes()).contains(new Part("lines", null, "CARE"), new Part("paidDays", null, "28"));
    }

    @Test
    void aBudgetHasEndedAfterItsLastDayAndAPersonHasDiedOnTheirs() {
        recorded.at(
                "2025-10-01T09:00:00Z",
                new BudgetEnded(
                        BUDGET, when("2025-10-01"), day("2025-10-31"), EndReason.MOVED_AWAY, null, People.ALICE));
        assertThat(standing("2025-10-31")).isEqualTo(Standing.ACTIVE);
        assertThat(standing("2025-11-01")).isEqualTo(Standing.ENDED);

        recorded.at(
                "2025-11-10T09:00:00Z", new DeathRecorded(BUDGET, when("2025-11-10"), day("2025-11-05"), People.ALICE));
        assertThat(standing("2025-11-04")).isEqualTo(Standing.ENDED);
        assertThat(standing("2025-11-05")).isEqualTo(Standing.DIED);
    }

    @Test
    void withoutAnApprovedPlanItIsProposed() {
        Recorded proposed = new Recorded()
                .at("2025-04-01T09:00:00Z", given(aBudgetOf("310.00").planned()));

        assertThat(new CourseQuery(proposed.tables().client())
                        .of(BUDGET, asOf("2025-06-02", ALWAYS))
                        .standing())
                .isEqualTo(Standing.PROPOSED);
    }

    @Test
    void aClosedAccountSaysSinceWhenAndWhatTookItsPlace() {
        var successor = accountNamed("successor");
        recorded.at(
                "2025-10-01T09:00:00Z",
                new AccountClosed(BUDGET, when("2025-10-01"), ACCOUNT, day("2025-10-05"), successor));

        assertThat(last().kind()).isEqualTo(ChangeKind.ACCOUNT_MOVED);
        assertThat(last().changes())
                .containsExactly(
                        new Part("account", "OPEN", "CLOSED"), new Part("successor", null, successor.toString()));
        assertThat(new BudgetQuery(recorded.tables().client())
                        .overview(BUDGET)
                        .orElseThrow()
                        .accounts())
                .singleElement()
                .satisfies(account -> {
                    assertThat(account.lastDay()).isEqualTo(day("2025-10-05"));
                    assertThat(account.successor()).isEqualTo(successor);
                });
    }

    @Test
    void anOverAdvanceIsToldAsLastRaisedAndStaysOpen() {
        recorded.at(
                "2025-10-14T09:00:00Z",
                new OverAdvanced(BUDGET, when("2025-10-14"), ACCOUNT, period("2025-P07"), pounds("300.00")),
                new OverAdvanced(BUDGET, when("2025-10-14"), ACCOUNT, period("2025-P07"), pounds("688.88")));

        assertThat(course("2025-11-11", ALWAYS).overAdvances())
                .containsExactly(new OverAdvance(ACCOUNT, period("2025-P07"), pounds("688.88")));
        assertThat(new BudgetQuery(recorded.tables().client())
                        .overview(BUDGET)
                        .orElseThrow()
                        .exceptions())
                .extracting(ExceptionView::kind, ExceptionView::open)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("OVER_ADVANCED", true));
    }
}
