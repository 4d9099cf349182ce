package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.policy.MonitoringFactor;

/**
 * One thing that makes a budget worth watching.
 *
 * @param count how often it was found
 * @param points what it adds to the score, by the policy
 */
public record ScoredFactor(MonitoringFactor factor, int count, int points) {}
