package org.personalbudget.ledger.kernel;

import java.time.LocalDate;
import org.personalbudget.ledger.calendar.PeriodId;

/**
 * The two business dates of a fact, fixed when it is recorded.
 *
 * @param effectiveOn the bank, card or spend date; the first day of the period for what falls due; else the day of the decision
 * @param postingPeriod the period it is posted in: that of {@code effectiveOn} if open, else the earliest open one
 */
public record When(LocalDate effectiveOn, PeriodId postingPeriod) {}
