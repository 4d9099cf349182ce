package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;

/**
 * One line of a plan: a service at units times rate, or an amount for an outcome.
 *
 * @param weekly pence a week
 * @param unitsPerWeek for a service, how much of it a week, or null
 * @param unitRate for a service, the agreed price of one unit, or null
 * @param supplier who delivers it, if it is ordered from somebody: the line is then a commitment
 */
public record PlanLine(
        LineId id,
        Kind kind,
        Category category,
        @Nullable OutcomeId outcome,
        Money weekly,
        @Nullable Units unitsPerWeek,
        @Nullable Money unitRate,
        @Nullable SupplierId supplier) {

    /** The two kinds of plan line. */
    public enum Kind {
        SERVICE,
        OUTCOME
    }
}
