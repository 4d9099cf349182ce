package org.personalbudget.ledger.budget;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;

/** How care that was given and not billed counts in its period, until the bill comes. */
public sealed interface AccrualEvent extends BudgetEvent {

    /**
     * What had been ordered for a period and not billed counts as spent in it. Takes effect on the period's last day and
     * is posted in that very period.
     *
     * @param servicePeriod the period of the care, which is the one that is being closed
     */
    record CareAccrued(BudgetId budget, When when, PeriodId servicePeriod, List<AccruedLine> lines, ActorId by)
            implements AccrualEvent {

        /** All lines together. */
        public Split split() {
            return lines.stream().map(AccruedLine::split).reduce(Split.NOTHING, Split::plus);
        }
    }

    /**
     * What had been accrued no longer counts, because a bill came for it or somebody said so. It keeps its service period
     * and is posted in an open one.
     *
     * @param payment what was authorised instead, or null
     * @param reason why somebody took it back by hand, or null
     */
    record AccrualReversed(
            BudgetId budget,
            When when,
            PeriodId servicePeriod,
            LineId line,
            @Nullable OutcomeId outcome,
            Category category,
            SupplierId supplier,
            Split split,
            @Nullable PaymentId payment,
            @Nullable Note reason,
            ActorId by)
            implements AccrualEvent {}
}
