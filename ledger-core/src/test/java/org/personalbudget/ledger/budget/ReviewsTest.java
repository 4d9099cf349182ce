package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.BudgetEvent.PlanApproved;
import org.personalbudget.ledger.budget.BudgetRefusal.DateInFuture;
import org.personalbudget.ledger.budget.ReviewEvent.ReviewRecorded;
import org.personalbudget.ledger.budget.ReviewEvent.ReviewScheduled;
import org.personalbudget.ledger.budget.ReviewRefusal.NoAccountToReview;
import org.personalbudget.ledger.budget.ReviewRefusal.NoPlanToReview;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.testing.APolicy;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.People;
import org.personalbudget.ledger.testing.Then;

/** The first policy: a plan is reviewed after 8 weeks, then 52; a direct payment after 26 weeks, then 52. */
class ReviewsTest {

    private static final Given BASE = aBudgetOf("310.00").paidNet();

    @Test
    void theFirstApprovedPlanStartsItsClock() {
        Then approved = given(aBudgetOf("310.00").planned(), proposePlan("2025-04-07", careLine()))
                .when(approvePlan(1));
        assertThat(scheduled(approved)).isEqualTo("PLAN 2025-06-02");
        Then next = approved.and(today("2025-05-01"), proposePlan("2025-05-05", careLine()))
                .when(approvePlan(2));
        assertThat(next.all(PlanApproved.class)).hasSize(1);
        assertThat(next.all(ReviewScheduled.class)).isEmpty();
    }

    /** By law a plan is looked at 6 to 8 weeks after it begins: that the needs were assessed before it does not put that off. */
    @Test
    void aReassessmentBeforeThePlanDoesNotPutItsFirstReviewOff() {
        Then approved = given(
                        aBudgetOf("310.00").planned(),
                        today("2025-04-01"),
                        review("needs", ReviewKind.REASSESSMENT, "2025-04-01"),
                        proposePlan("2025-04-07", careLine()))
                .when(approvePlan(1));
        assertThat(scheduled(approved)).isEqualTo("PLAN 2025-06-02");
    }

    @Test
    void theFirstDirectPaymentStartsTheOther() {
        Then opened = given(aBudgetOf("310.00").inAManagedAccount())
                .when(open(
                        "card",
                        AccountKind.PREPAID_CARD,
                        ContributionMethod.NET,
                        People.PERSON,
                        day("2025-05-05"),
                        FLEX));
        opened.thenRecorded(AccountOpened.class, ReviewScheduled.class);
        assertThat(scheduled(opened)).isEqualTo("ACCOUNT 2025-11-03");
        opened.when(open(
                        "second",
                        AccountKind.DIRECT_PAYMENT,
                        ContributionMethod.NET,
                        People.PERSON,
                        day("2025-05-05"),
                        CARE))
                .thenRecorded(AccountOpened.class);
    }

    @Test
    void theTimesAreThePolicys() {
        Given shorter =
                APolicy.policyFrom("2025-03-20").reviewingPlansAfter(6, 26).reviewingAccountsAfter(13, 39);
        Then planned = given(shorter, aBudgetOf("310.00").planned(), proposePlan("2025-04-07", careLine()))
                .when(approvePlan(1));
        assertThat(scheduled(planned)).isEqualTo("PLAN 2025-05-19");
        Then opened = planned.when(openAccount(AccountKind.DIRECT_PAYMENT, ContributionMethod.NET, day("2025-04-07")));
        assertThat(scheduled(opened)).isEqualTo("ACCOUNT 2025-07-07");
        Then held = opened.and(today("2025-07-07")).when(review("a", ReviewKind.ACCOUNT, "2025-07-07"));
        assertThat(scheduled(held)).isEqualTo("ACCOUNT 2026-04-06");
        assertThat(scheduled(held.when(review("b", ReviewKind.PLAN, "2025-07-07"))))
                .isEqualTo("PLAN 2026-01-05");
    }

    @Test
    void aReviewThatIsHeldGoesOnFromItsDay() {
        Then held = given(BASE, today("2025-06-10")).when(review("first", ReviewKind.PLAN, "2025-06-05"));
        held.thenRecorded(ReviewRecorded.class, ReviewScheduled.class);
        ReviewRecorded recorded = held.the(ReviewRecorded.class);
        assertThat(recorded.review()).isEqualTo(reviewNamed("first"));
        assertThat(recorded.effectiveOn()).isEqualTo(day("2025-06-05"));
        assertThat(recorded.by()).isEqualTo(People.ALICE);
        assertThat(scheduled(held)).isEqualTo("PLAN 2026-06-04");
        assertThat(held.posted().balances()).isEmpty();
    }

    @Test
    void aReviewThatIsRecordedLateDoesNotTurnTheClockBack() {
        Then late = given(BASE, today("2025-08-01"), review("later", ReviewKind.PLAN, "2025-07-31"))
                .when(review("earlier", ReviewKind.PLAN, "2025-06-05"));
        assertThat(scheduled(late)).isEqualTo("PLAN 2026-07-30");
    }

    @Test
    void aReassessmentRestartsTheClockOfThePlanAndIsRemembered() {
        Then held = given(BASE, today("2025-06-10")).when(review("anew", ReviewKind.REASSESSMENT, "2025-06-09"));
        assertThat(scheduled(held)).isEqualTo("PLAN 2026-06-08");
        Then plan = held.when(review("plan", ReviewKind.PLAN, "2025-06-10"));
        Reviews reviews = Reviews.NONE
                .hold(new HeldReview(reviewNamed("anew"), ReviewKind.REASSESSMENT, day("2025-06-09")))
                .hold(new HeldReview(plan.the(ReviewRecorded.class).review(), ReviewKind.PLAN, day("2025-06-10")));
        assertThat(reviews.hasReassessment(reviewNamed("anew"))).isTrue();
        assertThat(reviews.hasReassessment(reviewNamed("plan"))).isFalse();
    }

    @Test
    void aReviewHasHappened() {
        given(BASE, today("2025-06-10"))
                .when(review("soon", ReviewKind.PLAN, "2025-06-11"))
                .thenRefused(new DateInFuture("on", day("2025-06-11"), day("2025-06-10")));
    }

    @Test
    void whatIsReviewedIsThere() {
        given(aBudgetOf("310.00").planned(), today("2025-06-10"))
                .when(review("plan", ReviewKind.PLAN, "2025-06-10"))
                .thenRefused(new NoPlanToReview());
        given(BASE, today("2025-06-10"))
                .when(review("plan", ReviewKind.PLAN, "2025-04-06"))
                .thenRefused(new NoPlanToReview());
        given(aBudgetOf("310.00").inAManagedAccount(), today("2025-06-10"))
                .when(review("account", ReviewKind.ACCOUNT, "2025-06-10"))
                .thenRefused(new NoAccountToReview());
        given(BASE, today("2025-06-10"))
                .when(review("account", ReviewKind.ACCOUNT, "2025-04-06"))
                .thenRefused(new NoAccountToReview());
        given(aBudgetOf("310.00").planned(), today("2025-06-10"))
                .when(review("needs", ReviewKind.REASSESSMENT, "2025-06-10"))
                .thenAccepted();
    }

    private static String scheduled(Then then) {
        ReviewScheduled next = then.the(ReviewScheduled.class);
        LocalDate dueOn = next.dueOn();
        return next.kind() + " " + dueOn;
    }
}
