package org.personalbudget.ledger.policy;

/**
 * How often a budget is looked at again, in weeks.
 *
 * @param planFirstWeeks from the start of the first plan to its first review
 * @param planWeeks from one plan review to the next, at most
 * @param accountFirstWeeks from the first direct payment to its first review
 * @param accountWeeks from one account review to the next, at most
 */
public record Reviewing(int planFirstWeeks, int planWeeks, int accountFirstWeeks, int accountWeeks) {}
