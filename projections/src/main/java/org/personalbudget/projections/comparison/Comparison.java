package org.personalbudget.projections.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Source;

/**
 * What took effect by a day, as it was known at two instants.
 *
 * @param with the earlier instant
 * @param known the later instant
 * @param same whether no figure differs
 */
public record Comparison(
        BudgetId budgetId, LocalDate effective, Instant with, Instant known, boolean same, List<Figure> figures) {

    /** What is compared. */
    public enum Name {
        WEEKLY,
        ALLOCATED,
        COMMITTED,
        CONSUMED,
        AVAILABLE,
        BALANCE,
        CONTRIBUTION_DUE,
        CONTRIBUTION_RECEIVED,
        RECLAIM_OUTSTANDING
    }

    /**
     * One figure.
     *
     * @param period of a budget figure, the service period
     * @param accountId of a balance, the account, with the source
     * @param then as known at the earlier instant
     * @param now as known at the later one
     * @param difference now − then
     * @param events what was recorded in between and has moved it, even where together it comes to nothing
     */
    public record Figure(
            Name figure,
            @Nullable PeriodId period,
            @Nullable AccountId accountId,
            @Nullable Source source,
            Money then,
            Money now,
            Money difference,
            List<Cause> events) {}

    /** An event that has moved a figure. */
    public record Cause(long position, String type, String actor, Instant recordedAt) {}
}
