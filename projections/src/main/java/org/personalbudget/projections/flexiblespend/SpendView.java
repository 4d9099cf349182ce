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
 * @param category as recorded, or as last judged; so are line and outcome
 * @param reasons why it is held, or what was last asked about it
 * @param accepted how much of it is expenditure now
 * @param reclaimed how much of it was judged to be paid back, whether or not it has been
 * @param refunded how much of it the merchant has paid back
 * @param query what was last asked about it, or null if nothing was
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
        @Nullable String recordedBy,
        Money accepted,
        Money underQuery,
        Money reclaimed,
        Money refunded,
        @Nullable Query query) {

    /**
     * What was asked about a spend.
     *
     * @param policyVersion the version that the rules stand in
     * @param answerBy the last day on which the holder may take time over an answer
     * @param evidence whether the answer came with a receipt or the like; null while there is no answer
     * @param judgementNote where the register keeps why it was judged as it was
     */
    public record Query(
            int policyVersion,
            LocalDate answerBy,
            @Nullable UUID questionNote,
            @Nullable UUID answerNote,
            @Nullable Boolean evidence,
            @Nullable UUID judgementNote,
            @Nullable String judgedBy) {}

    /** How a spend stands. */
    public enum Standing {
        /** Spent, and within the rules. */
        ACCEPTED,
        /** Spent, and somebody has to look at it. */
        UNDER_QUERY,
        /** Judged, and to be paid back. */
        RECLAIMED,
        /** Judged: a part of it is accepted, the rest is to be paid back. */
        PART,
        /** All of it has come back from the merchant. */
        REFUNDED,
        /** Not spent, and should wait. */
        HELD,
        /** Not spent, and may be. */
        CLEARED
    }
}
