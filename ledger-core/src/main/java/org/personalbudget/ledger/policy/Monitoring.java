package org.personalbudget.ledger.policy;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * How a budget's monitoring score is worked out, and what follows from it.
 *
 * @param points what each factor adds, each time it is found; no entry adds nothing
 * @param mediumFrom the score from which a budget is of medium risk
 * @param highFrom the score from which it is of high risk
 * @param returnWeeks by tier, how many weeks from one account return to the next
 */
public record Monitoring(
        Map<MonitoringFactor, Integer> points, int mediumFrom, int highFrom, Map<RiskTier, Integer> returnWeeks) {

    public Monitoring {
        points = Map.copyOf(points);
        returnWeeks = Map.copyOf(returnWeeks);
    }

    /** What one of this adds to the score. */
    public int pointsOf(MonitoringFactor factor) {
        return points.getOrDefault(factor, 0);
    }

    public RiskTier tierOf(int score) {
        if (score >= highFrom) return RiskTier.HIGH;
        return score >= mediumFrom ? RiskTier.MEDIUM : RiskTier.LOW;
    }

    /** How many weeks from one account return to the next; a policy that leaves a tier out is not adopted. */
    public int returnWeeksOf(RiskTier tier) {
        return requireNonNull(returnWeeks.get(tier));
    }
}
