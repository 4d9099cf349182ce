package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.APolicy.policyFrom;
import static org.personalbudget.ledger.testing.ASpend.spend;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.ReviewEvent.MonitoringScored;
import org.personalbudget.ledger.policy.MonitoringFactor;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Relationship;
import org.personalbudget.ledger.testing.Asks;
import org.personalbudget.ledger.testing.DeciderFixture;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.JudgementWords;
import org.personalbudget.ledger.testing.People;
import org.personalbudget.ledger.testing.ReclaimWords;
import org.personalbudget.ledger.testing.Then;

/** By the first policy 3 points are medium risk and 6 are high; returns come every 52, 26 or 13 weeks. */
class MonitoringTest {

    private static final Given BASE = aBudgetOf("310.00").contributing("42.10").paidNet();

    @Test
    void aQuietBudgetIsOfLowRiskAndMakesAReturnAYear() {
        MonitoringScored scored =
                given(BASE, today("2026-04-07")).when(scoreMonitoring()).the(MonitoringScored.class);
        assertThat(scored.factors()).isEmpty();
        assertThat(scored.score()).isZero();
        assertThat(scored.tier()).isEqualTo(RiskTier.LOW);
        assertThat(scored.nextReturn()).isEqualTo(day("2027-04-06"));
        assertThat(scored.by()).isEqualTo(People.RITA);
    }

    @Test
    void anAccountIsNewUntilItIsAYearOld() {
        MonitoringScored scored =
                given(BASE, today("2026-04-06")).when(scoreMonitoring()).the(MonitoringScored.class);
        assertThat(scored.factors()).containsExactly(new ScoredFactor(MonitoringFactor.NEW_ACCOUNT, 1, 1));
    }

    @Test
    void everyUnpaidPeriodCountsAndTheTierRises() {
        // 1 for the new account and 1 for each of two unpaid periods: 3.
        Then then = given(BASE, today("2025-06-30"), raiseContribution("2025-P03"), raiseContribution("2025-P04"))
                .when(scoreMonitoring());
        MonitoringScored scored = then.the(MonitoringScored.class);
        assertThat(scored.factors())
                .containsExactly(
                        new ScoredFactor(MonitoringFactor.NEW_ACCOUNT, 1, 1),
                        new ScoredFactor(MonitoringFactor.UNPAID_CONTRIBUTION, 2, 2));
        assertThat(scored.score()).isEqualTo(3);
        assertThat(scored.tier()).isEqualTo(RiskTier.MEDIUM);
        assertThat(scored.nextReturn()).isEqualTo(day("2025-12-29"));
        assertThat(then.posted().balances()).isEmpty();
    }

    @Test
    void aRelativeIsPaidOnTheDaysOfADecision() {
        Given decided = decideNecessity(People.PERSON, Relationship.SPOUSE, "2025-06-01", "2025-06-30");
        assertThat(pointsOn("2025-06-30", decided)).isEqualTo("NEW_ACCOUNT 1, PAYS_RELATIVE 2");
        assertThat(pointsOn("2025-07-01", decided)).isEqualTo("NEW_ACCOUNT 1");
    }

    @Test
    void whatWasTakenAndNotThereCountsEachTime() {
        Given twice =
                ledger -> ledger.and(today("2025-04-20"), spend("10.00", "2025-04-20"), spend("20.00", "2025-04-20"));
        // Both are under query too, since the account could not afford them.
        assertThat(pointsOn("2025-06-30", twice)).isEqualTo("NEW_ACCOUNT 1, OPEN_QUERY 2, OVERDRAWN 4");
    }

    @Test
    void whatIsAboveTheCapCounts() {
        // 1,071.60 is more than two weeks' 620.00, and less than four weeks' 1,240.00.
        assertThat(pointsOn("2025-06-29", capped(2))).endsWith("SURPLUS 1");
        assertThat(pointsOn("2025-06-29", capped(4))).doesNotContain("SURPLUS");
    }

    private static Given capped(int weeks) {
        return ledger ->
                ledger.and(policyFrom("2025-03-20").cappingSurplusAt(weeks), inTheAccount("2025-P03", "2025-06-02"));
    }

    /** 64.99 at an off-licence are to be paid back: it counts, paid or not, for who looks at the budget next. */
    @Test
    void whatWasMisusedCounts() {
        MonitoringScored scored = given(
                        BASE,
                        inTheAccount("2025-P03", "2025-06-02"),
                        spend("64.99", "2025-06-02")
                                .of(Category.FLEXIBLE)
                                .atMerchant("5921")
                                .request()
                                .named("wine"),
                        today("2025-07-27"),
                        ReclaimWords.misused(JudgementWords.spendNamed("wine")))
                .when(scoreMonitoring())
                .the(MonitoringScored.class);
        assertThat(scored.factors())
                .filteredOn(factor -> factor.factor() == MonitoringFactor.MISUSE)
                .extracting(ScoredFactor::count)
                .containsExactly(1);
    }

    @Test
    void thePointsAreThePolicys() {
        Given policy = policyFrom("2025-06-30")
                .scoring(Map.of(MonitoringFactor.UNPAID_CONTRIBUTION, 5))
                .mediumFrom(5, 10)
                .returningEvery(Map.of(RiskTier.LOW, 40, RiskTier.MEDIUM, 20, RiskTier.HIGH, 4));
        MonitoringScored scored = given(
                        BASE, today("2025-06-30"), policy, raiseContribution("2025-P03"), raiseContribution("2025-P04"))
                .when(scoreMonitoring())
                .the(MonitoringScored.class);
        assertThat(scored.factors())
                .containsExactly(
                        new ScoredFactor(MonitoringFactor.NEW_ACCOUNT, 1, 0),
                        new ScoredFactor(MonitoringFactor.UNPAID_CONTRIBUTION, 2, 10));
        assertThat(scored.tier()).isEqualTo(RiskTier.HIGH);
        assertThat(scored.nextReturn()).isEqualTo(day("2025-07-28"));
    }

    @Test
    void theTierDecidesFromWhichAmountASpendNeedsEvidence() {
        // Evidence is asked for above 250.00 at medium risk, and not at all at low risk, as this one was allocated.
        DeciderFixture ledger = given(BASE, inTheAccount("2025-P03", "2025-06-02"), today("2025-06-30"));
        Asks care = spend("250.01", "2025-06-30").of(Category.HOME_CARE);
        assertThat(ledger.when(care).the(SpendRecorded.class).accepted()).isTrue();
        SpendRecorded watched = ledger.and(raiseContribution("2025-P04"), scoreMonitoring())
                .when(care)
                .the(SpendRecorded.class);
        assertThat(watched.reasons()).containsExactly(SpendReason.EVIDENCE_MISSING);
    }

    private static String pointsOn(String day, Given history) {
        MonitoringScored scored =
                given(BASE, history, today(day)).when(scoreMonitoring()).the(MonitoringScored.class);
        return String.join(
                ", ",
                scored.factors().stream()
                        .map(factor -> factor.factor() + " " + factor.points())
                        .toList());
    }
}
