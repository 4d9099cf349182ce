package org.personalbudget.ledger.statement.ladder;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * What a line might be, and why nobody could be sure.
 *
 * @param items one thing, or several that sum to the line
 * @param score how much speaks for it
 * @param reasons what speaks for it, then what speaks against it
 */
public record Suggestion(List<Candidate> items, int score, List<Reason> reasons) {

    public Suggestion {
        items = List.copyOf(items);
        reasons = List.copyOf(reasons);
    }

    /** As {@code POST /reconciliation/matches} takes them. */
    public List<String> keys() {
        return items.stream().map(Candidate::key).toList();
    }

    public Money amount() {
        return OpenItems.total(items);
    }

    /** The last day on which any of it is expected. */
    public LocalDate on() {
        return items.stream().map(Candidate::on).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Whose it is, if it is all of one budget. */
    public @Nullable BudgetId budget() {
        List<@Nullable BudgetId> budgets = items.stream()
                .<@Nullable BudgetId>map(Candidate::budget)
                .distinct()
                .toList();
        return budgets.size() == 1 ? budgets.getFirst() : null;
    }

    /** What speaks for or against a candidate. */
    public enum Reason {
        SAME_AMOUNT,
        SAME_REFERENCE,
        SAME_COUNTERPARTY,
        SAME_PAYER,
        NEAR_DATE,
        MULTIPLE_OF_DUE,
        /** Everything that is open of one file comes to the amount. */
        SUM_OF_FILE,
        /** Together they come to the amount. */
        SUM_OF_ITEMS,
        /** Of the amount, nothing else is open. */
        ONLY_ONE_OF_AMOUNT,
        OTHER_AMOUNT,
        FAR_DATE,
        /** Others fit as well. */
        NOT_UNIQUE
    }
}
