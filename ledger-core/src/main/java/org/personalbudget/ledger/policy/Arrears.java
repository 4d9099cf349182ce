package org.personalbudget.ledger.policy;

/**
 * When unpaid contributions are acted upon.
 *
 * @param alertPeriods how many unpaid periods raise an alert
 * @param reviewPeriods how many raise a review of the budget
 */
public record Arrears(int alertPeriods, int reviewPeriods) {}
