package org.personalbudget.ledger.policy;

/**
 * How spend is queried.
 *
 * @param cycleWeeks one monitoring cycle: how long after a spend it may be queried
 * @param answerDays how long the holder has to answer
 * @param noticePercent how much of a line's allocation of a period may be vired to it before somebody is told, in whole
 *     percent
 */
public record Querying(int cycleWeeks, int answerDays, int noticePercent) {}
