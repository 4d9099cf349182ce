package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;

/** What a reclaim takes back of the over-advance of one period: at most what was said, and is still too much. */
public record TakenBack(PeriodId servicePeriod, Money amount) {}
