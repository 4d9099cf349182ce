package org.personalbudget.projections.flexiblespend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.Relationship;
import org.personalbudget.ledger.terms.SpendId;

/**
 * One spend in its latest standing.
 *
 * @param position where it was first recorded; lists are in this order
 * @param on the day the money was spent, or for one not yet paid, the day it was asked about
 * @param reasons why it is held or under query
 * @param payeeNote where the register keeps the payee's name
 * @param referenceNote where the register keeps the reference
 */
public record SpendView(
        SpendId spendId,
        BudgetId budgetId,
        long position,
        Instant recordedAt,
        AccountId accountId,
        LocalDate on,
        Money amount,
        Category category,
        @Nullable LineId lineId,
        @Nullable OutcomeId outcomeId,
        @Nullable PeriodId servicePeriod,
        Standing status,
        List<SpendReason> reasons,
        @Nullable PersonRef payee,
        Relationship relationship,
        @Nullable UUID payeeNote,
        @Nullable UUID referenceNote,
        @Nullable String recordedBy) {

    /** How a spend stands. */
    public enum Standing {
        /** Spent, and within the rules. */
        ACCEPTED,
        /** Spent, and somebody has to look at it. */
        UNDER_QUERY,
        /** Not spent, and should wait. */
        HELD,
        /** Not spent, and may be. */
        CLEARED
    }
}
