package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.People.*;
import static org.personalbudget.ledger.testing.Request.as;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.ReviewEvent.ReviewScheduled;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.testing.APolicy;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class PlanningTest {

    private static final Given ALLOCATED = aBudgetOf("310.00").planned();
    private static final Request PLAN = proposePlan("2025-04-07", careLine(), flexibleLine());

    private static Request allocate(String weekly, String indicative, String startsOn, FunderShare... funders) {
        return Request.of(new AllocateBudget(
                BUDGET,
                PERSON,
                CareGroup.ADULT,
                day(startsOn),
                pounds(weekly),
                pounds(indicative),
                List.of(funders),
                RiskTier.LOW,
                false));
    }

    private static Request allocate(FunderShare... funders) {
        return allocate("310.00", "310.00", "2025-04-07", funders);
    }

    @Test
    void aBudgetIsProposedForAPerson() {
        BudgetAllocated allocated = given().when(allocate(share(Funder.LA, 70), share(Funder.ICB, 30)))
                .thenRecorded(BudgetAllocated.class)
                .the(BudgetAllocated.class);
        assertThat(allocated.proposer()).isEqualTo(ALICE);
        assertThat(allocated.funders()).containsExactly(share(Funder.LA, 70), share(Funder.ICB, 30));
    }

    @Test
    void nothingCanBeAskedOfABudgetThatWasNeverAllocated() {
        given().when(PLAN).thenRefused(new UnknownBudget(BUDGET));
    }

    @Test
    void aBudgetIsAllocatedOnce() {
        given(ALLOCATED).when(aBudgetOf("10.00").allocation()).thenRefused(new BudgetAlreadyAllocated(BUDGET));
    }

    @Test
    void theWeeklyAmountIsPositiveAndWithinReason() {
        given().when(allocate("0.00", "0.00", "2025-04-07", share(Funder.LA, 100)))
                .thenRefused(new AmountNotPositive("weekly", pounds("0.00")));
        given().when(allocate("310.00", "-0.01", "2025-04-07", share(Funder.LA, 100)))
                .thenRefused(new AmountNotPositive("indicativeWeekly", pounds("-0.01")));
        given().when(allocate("100000000.01", "0.00", "2025-04-07", share(Funder.LA, 100)))
                .thenRefused(new AmountTooLarge("weekly", pounds("100000000.01"), pounds("100000000.00")));
        given().when(allocate("100000000.00", "0.00", "2025-04-07", share(Funder.LA, 100)))
                .thenAccepted();
    }

    @Test
    void aBudgetStartsWithinTheTableOfPeriods() {
        given().when(allocate("310.00", "310.00", "2015-04-05", share(Funder.LA, 100)))
                .thenRefused(new DateOutOfRange("startsOn", day("2015-04-05"), day("2015-04-06"), day("2046-04-01")));
    }

    @Test
    void sharesArePositiveNameEachFunderOnceAndAddUpToTheWhole() {
        given().when(allocate()).thenRefused(new SharesNotWhole(0));
        given().when(allocate(share(Funder.LA, 70), share(Funder.ICB, 29))).thenRefused(new SharesNotWhole(9_900));
        given().when(allocate(share(Funder.LA, 50), share(Funder.LA, 50))).thenRefused(new FunderTwice(Funder.LA));
        given().when(allocate(share(Funder.LA, 100), share(Funder.ICB, 0)))
                .thenRefused(new FunderShareNotPositive(Funder.ICB, 0));
        given().when(allocate(new FunderShare(Funder.LA, Integer.MAX_VALUE), share(Funder.ICB, 30)))
                .thenRefused(new FunderShareNotPositive(Funder.LA, Integer.MAX_VALUE));
    }

    @Test
    void aPlanIsProposedAndTheNextTakesItsPlace() {
        given(ALLOCATED, PLAN).when(PLAN).thenRecorded(PlanProposed.class);
        given(ALLOCATED, PLAN, PLAN).when(approvePlan(1)).thenRefused(new PlanNotOpen(1, PlanStanding.SUPERSEDED));
    }

    @Test
    void aPlanTakesEffectWithinTheTableAndNotBeforeTheBudget() {
        given(ALLOCATED)
                .when(proposePlan("2050-01-01", careLine()))
                .thenRefused(
                        new DateOutOfRange("effectiveFrom", day("2050-01-01"), day("2015-04-06"), day("2046-04-01")));
        given(ALLOCATED)
                .when(proposePlan("2025-04-06", careLine()))
                .thenRefused(new BeforeBudgetStarts("effectiveFrom", day("2025-04-06"), day("2025-04-07")));
    }

    @Test
    void aPlanHasLinesEachOnceAndOutcomesEachOnce() {
        given(ALLOCATED).when(proposePlan("2025-04-07")).thenRefused(new PlanWithoutLines());
        given(ALLOCATED)
                .when(proposePlan("2025-04-07", flexibleLine("1.00"), flexibleLine("2.00")))
                .thenRefused(new LineTwice(FLEX));
        given(ALLOCATED)
                .when(proposePlan("2025-04-07", List.of(outcome(HOME), outcome(HOME)), careLine()))
                .thenRefused(new OutcomeTwice(HOME));
    }

    @Test
    void aLineServesAnOutcomeOfThePlan() {
        given(ALLOCATED)
                .when(proposePlan("2025-04-07", List.of(outcome(LIFE)), careLine()))
                .thenRefused(new UnknownOutcome(CARE, HOME));
        PlanLine purposeless =
                new PlanLine(FLEX, PlanLine.Kind.OUTCOME, Category.FLEXIBLE, null, pounds("35.00"), null, null, null);
        given(ALLOCATED).when(proposePlan("2025-04-07", purposeless)).thenRefused(new OutcomeLineWithoutOutcome(FLEX));
        PlanLine service =
                new PlanLine(CARE, PlanLine.Kind.SERVICE, Category.HOME_CARE, null, pounds("35.00"), null, null, null);
        given(ALLOCATED).when(proposePlan("2025-04-07", service)).thenAccepted();
    }

    @Test
    void aServiceThatNamesUnitsOrAPriceNamesBothAndTheyMultiply() {
        given(ALLOCATED)
                .when(proposePlan("2025-04-07", service(CARE, Category.HOME_CARE, "275.01", "12.5", "22.00", null)))
                .thenRefused(new LineDoesNotMultiply(CARE, pounds("275.01"), pounds("275.00")));
        given(ALLOCATED)
                .when(proposePlan("2025-04-07", service(CARE, Category.HOME_CARE, "275.00", "12.5", null, null)))
                .thenRefused(new LineDoesNotMultiply(CARE, pounds("275.00"), null));
        given(ALLOCATED)
                .when(proposePlan("2025-04-07", service(CARE, Category.HOME_CARE, "275.00", null, "22.00", null)))
                .thenRefused(new LineDoesNotMultiply(CARE, pounds("275.00"), null));
    }

    @Test
    void noPriceIsNegativeEvenIfTheUnitsAreTooNorSoLargeThatItOverflows() {
        given(ALLOCATED)
                .when(proposePlan("2025-04-07", service(CARE, Category.HOME_CARE, "275.00", "-12.5", "-22.00", null)))
                .thenRefused(new AmountNotPositive("lines[CARE].unitRate", pounds("-22.00")));
        given(ALLOCATED)
                .when(proposePlan(
                        "2025-04-07",
                        service(CARE, Category.HOME_CARE, "275.00", "999999.99", "9999999999999.99", null)))
                .thenRefused(
                        new AmountTooLarge("lines[CARE].unitRate", pounds("9999999999999.99"), pounds("100000000.00")));
        given(ALLOCATED)
                .when(proposePlan("2025-04-07", flexibleLine("0.00")))
                .thenRefused(new AmountNotPositive("lines[FLEX].weekly", pounds("0.00")));
    }

    @Test
    void aPlanCostsNoMoreThanTheBudget() {
        given(ALLOCATED)
                .when(proposePlan("2025-04-07", careLine(), flexibleLine("35.01")))
                .thenRefused(new PlanExceedsBudget(pounds("310.01"), pounds("310.00")));
    }

    @Test
    void aProposerMayNotApproveTheirOwnPlan() {
        given(ALLOCATED, PLAN).when(as(ALICE, approvePlan(1))).thenRefused(new ProposerMayNotApprove(ALICE, 1));
    }

    @Test
    void whoProposedTheBudgetMayNotApproveItsPlanEither() {
        given(ALLOCATED, as(new ActorId("adam"), PLAN))
                .when(as(ALICE, approvePlan(1)))
                .thenRefused(new ProposerMayNotApprove(ALICE, 1));
        given(ALLOCATED, PLAN).when(as(ALICE, rejectPlan(1))).thenRefused(new ProposerMayNotApprove(ALICE, 1));
    }

    @Test
    void anUnknownPlanCannotBeDecided() {
        given(ALLOCATED, PLAN).when(approvePlan(2)).thenRefused(new UnknownPlan(BUDGET, 2));
        given(ALLOCATED, PLAN).when(approvePlan(0)).thenRefused(new UnknownPlan(BUDGET, 0));
        given(ALLOCATED, PLAN).when(rejectPlan(-1)).thenRefused(new UnknownPlan(BUDGET, -1));
    }

    @Test
    void aPlanIsDecidedOnce() {
        given(ALLOCATED, PLAN, approvePlan(1))
                .when(approvePlan(1))
                .thenRefused(new PlanNotOpen(1, PlanStanding.APPROVED));
        given(ALLOCATED, PLAN, rejectPlan(1))
                .when(approvePlan(1))
                .thenRefused(new PlanNotOpen(1, PlanStanding.REJECTED));
    }

    @Test
    void aPlanIsRejectedForAReasonThatTheRegisterKeeps() {
        PlanRejected rejected = given(ALLOCATED, PLAN)
                .when(rejectPlan(1))
                .thenRecorded(PlanRejected.class)
                .the(PlanRejected.class);
        assertThat(rejected.reason()).isEqualTo(aNote("why not"));
        assertThat(rejected.approver()).isEqualTo(BOB);
    }

    @Test
    void aboveTheApproversLimitThePanelDecides() {
        Given large = aBudgetOf("500.01").planned();
        Then escalated = given(large, PLAN).when(approvePlan(1)).thenRecorded(PlanEscalated.class);
        assertThat(escalated.the(PlanEscalated.class).limit()).isEqualTo(pounds("500.00"));
        escalated
                .when(approvePlan(1))
                .thenRefused(new PlanAwaitsPanel(1, pounds("500.01"), pounds("500.00")))
                .when(as(ALICE, as(Role.PANEL, approvePlan(1))))
                .thenRefused(new ProposerMayNotApprove(ALICE, 1))
                .when(as(Role.PANEL, approvePlan(1)))
                .thenRecorded(PlanApproved.class, ReviewScheduled.class, PeriodsAllocated.class);
        given(large, PLAN).when(as(Role.PANEL, approvePlan(1))).thenAccepted();
    }

    @Test
    void atTheLimitTheApproverDecidesAndTheLimitIsPolicy() {
        given(aBudgetOf("500.00").planned(), PLAN)
                .when(approvePlan(1))
                .thenAccepted()
                .the(PlanApproved.class);
        given(today("2025-03-01"), APolicy.policyFrom("2025-03-01").approversSignUpTo("310.00"), ALLOCATED, PLAN)
                .when(approvePlan(1))
                .the(PlanApproved.class);
        given(today("2025-03-01"), APolicy.policyFrom("2025-03-01").approversSignUpTo("309.99"), ALLOCATED, PLAN)
                .when(approvePlan(1))
                .the(PlanEscalated.class);
    }

    @Test
    void anEscalatedPlanMayBeRejectedAndReplaced() {
        Given escalated = ledger -> ledger.and(aBudgetOf("600.00").planned(), PLAN, approvePlan(1));
        given(escalated).when(rejectPlan(1)).thenAccepted();
        given(escalated, PLAN).when(approvePlan(1)).thenRefused(new PlanNotOpen(1, PlanStanding.SUPERSEDED));
    }
}
