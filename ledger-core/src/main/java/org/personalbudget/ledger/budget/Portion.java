package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Split;

/**
 * The part of a provider's amount that belongs to one service period.
 *
 * @param split what it costs, by source
 * @param fromCommitment how much of it was committed before and is released by it, by the funders' shares
 * @param fromUncommitted how much of it was not committed, by the funders' shares
 */
public record Portion(PeriodId servicePeriod, Split split, Split fromCommitment, Split fromUncommitted) {}
