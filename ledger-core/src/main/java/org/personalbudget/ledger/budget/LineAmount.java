package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.SupplierId;

/**
 * An amount of one plan line in one service period; negative where something is taken back.
 *
 * @param when when this amount takes effect: each period has its own date
 * @param line the plan line, or null for the part of the budget that no line has planned
 * @param supplier for a commitment, who it is ordered from
 * @param split by the funders' agreed shares
 */
public record LineAmount(
        When when,
        PeriodId servicePeriod,
        @Nullable LineId line,
        @Nullable OutcomeId outcome,
        @Nullable SupplierId supplier,
        Split split) {}
