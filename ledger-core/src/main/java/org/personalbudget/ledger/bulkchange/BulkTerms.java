package org.personalbudget.ledger.bulkchange;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;

/**
 * What a bulk change does to each budget.
 *
 * @param basisPoints for a cut, and for an uplift by percentage, in hundredths of a percent; else null
 * @param category for an uplift, the lines meant; else null
 * @param rate for an uplift to a price, the new price of one unit; else null
 * @param from for an uplift, the first day of the new price (as asked, null for the day of the order); else null
 * @param budgets the budgets meant; empty means all
 */
public record BulkTerms(
        Kind kind,
        @Nullable Integer basisPoints,
        @Nullable Category category,
        @Nullable Money rate,
        @Nullable LocalDate from,
        List<BudgetId> budgets) {

    public BulkTerms {
        budgets = List.copyOf(budgets);
    }

    /** The same, in force from this day where none was named. */
    BulkTerms fromIfNone(LocalDate day) {
        boolean named = from != null || kind == Kind.CUT;
        return named ? this : new BulkTerms(kind, basisPoints, category, rate, day, budgets);
    }

    /** The two kinds of bulk change. */
    public enum Kind {
        /** Only proposals, each to be decided by a reassessment of its own. */
        CUT,
        /** Higher prices, in force without further decision up to the policy's limit. */
        UPLIFT
    }
}
