package org.personalbudget.ledger.policy;

import static org.personalbudget.ledger.testing.APolicy.policyFrom;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.policy.PolicyRefusal.*;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.testing.APolicy;

/** At each limit a policy is adopted, and one step beyond it is not. */
class PolicyRulesTest {

    @Test
    void theReviewDoesNotComeBeforeTheAlert() {
        accepted(policy().alertingAt(1, 1));
        refused(policy().alertingAt(3, 2), new ReviewBeforeAlert(3, 2));
        refused(policy().alertingAt(0, 3), new NumberOutOfRange("arrears/alertPeriods", 0, 1, 1_000));
        refused(policy().alertingAt(2, 1_001), new NumberOutOfRange("arrears/reviewPeriods", 1_001, 1, 1_000));
    }

    @Test
    void queriesHaveATimeAndAPercentage() {
        accepted(policy().queryingFor(1, 0).noticingVirementAbove(100));
        refused(policy().queryingFor(0, 28), new NumberOutOfRange("querying/cycleWeeks", 0, 1, 520));
        refused(policy().queryingFor(13, -1), new NumberOutOfRange("querying/answerDays", -1, 0, 3_650));
        refused(policy().noticingVirementAbove(101), new PercentOutOfRange("querying/noticePercent", 101));
        refused(policy().noticingVirementAbove(-1), new PercentOutOfRange("querying/noticePercent", -1));
    }

    @Test
    void whatIsReclaimedAndLetGoIsNotNegative() {
        accepted(policy().cappingSurplusAt(0)
                .cappingServiceFundsAt(0, 0)
                .givingTime(0, 0)
                .relievingUpTo("0.00"));
        refused(policy().cappingSurplusAt(-1), new NumberOutOfRange("reclaiming/surplusCapWeeks", -1, 0, 520));
        refused(
                policy().cappingServiceFundsAt(521, 12),
                new NumberOutOfRange("reclaiming/serviceFundCapWeeks", 521, 0, 520));
        refused(
                policy().cappingServiceFundsAt(4, -1),
                new NumberOutOfRange("reclaiming/serviceFundHoldWeeks", -1, 0, 520));
        refused(policy().givingTime(-1, 28), new NumberOutOfRange("reclaiming/reconsiderationDays", -1, 0, 3_650));
        refused(policy().givingTime(28, 3_651), new NumberOutOfRange("reclaiming/payDays", 3_651, 0, 3_650));
        refused(policy().relievingUpTo("-0.01"), new NegativeAmount("reclaiming/reliefLimit"));
    }

    @Test
    void reviewsMayComeSoonerThanTheLawAsksAndNotLater() {
        accepted(policy().reviewingPlansAfter(52, 52).reviewingAccountsAfter(26, 52));
        accepted(policy().reviewingPlansAfter(1, 1).reviewingAccountsAfter(1, 1));
        refused(policy().reviewingPlansAfter(53, 52), new LongerThanTheLawAllows("reviewing/planFirstWeeks", 53, 52));
        refused(policy().reviewingPlansAfter(8, 53), new LongerThanTheLawAllows("reviewing/planWeeks", 53, 52));
        refused(
                policy().reviewingAccountsAfter(27, 52),
                new LongerThanTheLawAllows("reviewing/accountFirstWeeks", 27, 26));
        refused(policy().reviewingAccountsAfter(26, 53), new LongerThanTheLawAllows("reviewing/accountWeeks", 53, 52));
        refused(policy().reviewingPlansAfter(0, 52), new NumberOutOfRange("reviewing/planFirstWeeks", 0, 1, 520));
    }

    @Test
    void tiersFollowOneAnotherAndEachHasItsReturns() {
        accepted(policy().mediumFrom(1, 1).scoring(Map.of()));
        refused(policy().mediumFrom(3, 2), new HighBelowMedium(3, 2));
        refused(policy().mediumFrom(0, 2), new NumberOutOfRange("monitoring/mediumFrom", 0, 1, 1_000));
        refused(
                policy().scoring(Map.of(MonitoringFactor.MISUSE, -1)),
                new NumberOutOfRange("monitoring/points/MISUSE", -1, 0, 1_000));
        refused(
                policy().returningEvery(Map.of(RiskTier.LOW, 52, RiskTier.MEDIUM, 26)),
                new ReturnWeeksMissing(RiskTier.HIGH));
        refused(
                policy().returningEvery(Map.of(RiskTier.LOW, 52, RiskTier.MEDIUM, 26, RiskTier.HIGH, 0)),
                new NumberOutOfRange("monitoring/returnWeeks/HIGH", 0, 1, 520));
    }

    @Test
    void changesHaveTheirLimits() {
        accepted(policy().payingInHospitalFor(0).upliftingUpTo(10_000).settlingAfterTheEnd(Category.TRANSPORT));
        refused(policy().payingInHospitalFor(-1), new NumberOutOfRange("changing/hospitalPaidDays", -1, 0, 3_650));
        refused(policy().upliftingUpTo(10_001), new NumberOutOfRange("changing/upliftLimit", 10_001, 0, 10_000));
    }

    private static APolicy policy() {
        return policyFrom("2025-03-01");
    }

    private static void accepted(APolicy policy) {
        given(today("2025-03-01")).when(policy).thenAccepted();
    }

    private static void refused(APolicy policy, PolicyRefusal reason) {
        given(today("2025-03-01")).when(policy).thenRefused(reason);
    }
}
