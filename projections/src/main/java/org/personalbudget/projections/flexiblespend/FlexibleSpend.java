package org.personalbudget.projections.flexiblespend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.OutcomeId;

/**
 * What was spent, on what, and how much of it freely; from the start of the budget to {@code effective}.
 *
 * @param flexible the outcome lines of the plan: amounts with a purpose and no prescribed service
 * @param nonServiceShare what part of all accepted expenditure was on outcome lines, in percent with two decimals
 * @param byCategory accepted expenditure; categories without any are left out
 * @param underQuery spent, and neither accepted nor reclaimed
 */
public record FlexibleSpend(
        BudgetId budgetId,
        LocalDate effective,
        Instant known,
        Figures flexible,
        String nonServiceShare,
        List<OutcomeSpend> byOutcome,
        List<CategorySpend> byCategory,
        Money underQuery) {

    /** {@code available} = allocated − spent. */
    public record Figures(Money allocated, Money spent, Money available) {}

    /**
     * One outcome of the plans so far.
     *
     * @param statementNote where the register keeps what the person wants to achieve, in its latest words
     */
    public record OutcomeSpend(
            OutcomeId outcomeId, @Nullable UUID statementNote, Money allocated, Money spent) {}

    public record CategorySpend(Category category, Money spent) {}
}
