package org.personalbudget.projections.balance;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.LineId;

/**
 * The budget of one line for one service period.
 *
 * @param lineId null for what no line has planned
 * @param allocated without what was added once for a purpose of its own
 * @param once what was added once
 * @param committed ordered and not yet billed
 */
public record LineFigures(
        @Nullable LineId lineId, PeriodId period, Money allocated, Money once, Money committed, Money consumed) {}
