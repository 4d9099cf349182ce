package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.Request.as;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.PlanApproved;
import org.personalbudget.ledger.budget.BudgetEvent.PlanEscalated;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetRefusal.AmountNotPositive;
import org.personalbudget.ledger.budget.BudgetRefusal.PlanExceedsBudget;
import org.personalbudget.ledger.budget.ChangeCommand.ProposeCut;
import org.personalbudget.ledger.budget.ChangeRefusal.ReassessmentDecided;
import org.personalbudget.ledger.budget.ChangeRefusal.ReassessmentNeeded;
import org.personalbudget.ledger.budget.ChangeRefusal.UnknownCut;
import org.personalbudget.ledger.budget.ChangeRefusal.UnknownReassessment;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Request;

/** A plan may set the weekly amount: a lower one only after a reassessment. */
class WeeklyAmountTest {

    private static final BatchId BATCH = new BatchId("savings");

    private static DeciderFixture ledger() {
        return given(aBudgetOf("310.00"), today("2025-09-15"));
    }

    @Test
    void aPlanKeepsToTheWeeklyAmountThatItSets() {
        DeciderFixture ledger = ledger();
        ledger.when(proposePlan("2025-09-22", careLine(), flexibleLine("35.01")))
                .thenRefused(new PlanExceedsBudget(pounds("310.01"), pounds("310.00")));
        ledger.when(proposeWeekly("320.00", "2025-09-22", careLine(), flexibleLine("45.01")))
                .thenRefused(new PlanExceedsBudget(pounds("320.01"), pounds("320.00")));
        ledger.when(proposeWeekly("0.00", "2025-09-22", careLine()))
                .thenRefused(new AmountNotPositive("weekly", pounds("0.00")));
        assertThat(ledger.when(proposeWeekly("320.00", "2025-09-22", careLine(), flexibleLine("45.00")))
                        .the(PlanProposed.class)
                        .weekly())
                .isEqualTo(pounds("320.00"));
    }

    /** 350.00 from P07 on, 320.00 again from P09 on after a reassessment: a plan for P08 on keeps to 320.00. */
    @Test
    void aPlanWithoutAWeeklyAmountKeepsToTheSmallestWhileItIsInForce() {
        DeciderFixture ledger = ledger().and(
                        review("why", ReviewKind.REASSESSMENT, "2025-09-15"),
                        proposeWeekly("350.00", "2025-09-22", careLine()),
                        approvePlan(2),
                        proposeWeekly("320.00", "2025-11-17", reviewNamed("why"), null, careLine()),
                        approvePlan(3));
        ledger.when(proposePlan("2025-10-20", careLine(), flexibleLine("45.01")))
                .thenRefused(new PlanExceedsBudget(pounds("320.01"), pounds("320.00")));
        ledger.when(proposeWeekly("345.00", "2025-10-20", careLine()))
                .thenRefused(new ReassessmentNeeded(pounds("345.00"), pounds("350.00")));
        ledger.when(proposeWeekly("345.00", "2025-11-17", careLine())).thenAccepted();
    }

    @Test
    void aLowerAmountNeedsAReassessmentThatWasHeld() {
        DeciderFixture ledger = ledger().and(
                        review("plan", ReviewKind.PLAN, "2025-09-15"),
                        review("why", ReviewKind.REASSESSMENT, "2025-09-15"));
        ledger.when(proposeWeekly("300.00", "2025-09-22", careLine()))
                .thenRefused(new ReassessmentNeeded(pounds("300.00"), pounds("310.00")));
        ledger.when(proposeWeekly("300.00", "2025-09-22", reviewNamed("plan"), null, careLine()))
                .thenRefused(new UnknownReassessment(reviewNamed("plan")));
        ledger.when(proposeWeekly("300.00", "2025-09-22", reviewNamed("why"), null, careLine()))
                .thenAccepted();
        ledger.when(approvePlan(2)).thenAccepted();
    }

    /** Found by a review: one reassessment took a budget down to 295.00 and then, a period later, to 120.00. */
    @Test
    void whatWasDecidedOnAReassessmentGoesLowerOnlyOnAnother() {
        DeciderFixture ledger = ledger().and(
                        review("why", ReviewKind.REASSESSMENT, "2025-09-15"),
                        proposeWeekly("280.00", "2025-09-22", reviewNamed("why"), null, careLine()),
                        proposeWeekly("295.00", "2025-09-22", reviewNamed("why"), null, careLine()),
                        approvePlan(3));
        ledger.when(proposeWeekly("294.99", "2025-10-20", reviewNamed("why"), null, careLine()))
                .thenRefused(new ReassessmentDecided(reviewNamed("why"), pounds("294.99"), pounds("295.00")));
        ledger.and(proposeWeekly("305.00", "2025-10-20", careLine()), approvePlan(4));
        ledger.when(proposeWeekly("295.00", "2025-11-17", reviewNamed("why"), null, careLine()))
                .thenAccepted();
        ledger.and(review("again", ReviewKind.REASSESSMENT, "2025-09-15"));
        ledger.when(proposeWeekly("294.99", "2025-11-17", reviewNamed("again"), null, careLine()))
                .thenAccepted();
    }

    @Test
    void aCutIsDecidedByAPlanThatNamesIt() {
        DeciderFixture ledger = ledger().and(review("why", ReviewKind.REASSESSMENT, "2025-09-15"));
        ledger.when(proposeWeekly("294.50", "2025-09-22", reviewNamed("why"), BATCH, careLine()))
                .thenRefused(new UnknownCut(BATCH));
        ledger.and(Request.of(new ProposeCut(BUDGET, BATCH, 500)));
        // A cut is no reassessment.
        ledger.when(proposeWeekly("294.50", "2025-09-22", null, BATCH, careLine()))
                .thenRefused(new ReassessmentNeeded(pounds("294.50"), pounds("310.00")));
        assertThat(ledger.when(proposeWeekly("294.50", "2025-09-22", reviewNamed("why"), BATCH, careLine()))
                        .the(PlanProposed.class)
                        .cut())
                .isEqualTo(BATCH);
    }

    @Test
    void theLimitIsAppliedToTheAmountOfThePlan() {
        DeciderFixture ledger = ledger().and(proposeWeekly("500.01", "2025-09-22", careLine()));
        assertThat(ledger.when(approvePlan(2)).the(PlanEscalated.class).weekly())
                .isEqualTo(pounds("500.01"));
        ledger.when(as(Role.PANEL, approvePlan(2))).thenAccepted();
        // A plan that leaves the amount as it is on its day.
        assertThat(ledger.and(proposePlan("2025-09-22", careLine()))
                        .when(approvePlan(3))
                        .the(PlanEscalated.class)
                        .weekly())
                .isEqualTo(pounds("500.01"));
        assertThat(ledger.and(proposePlan("2025-09-01", careLine()))
                        .when(approvePlan(4))
                        .the(PlanApproved.class)
                        .version())
                .isEqualTo(4);
    }
}
