package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.budget.BudgetState.Budget;

/**
 * Brings what was allocated, raised and paid to what the rules entitle to now. Every decision that changes what is owed,
 * for the past or the future, calls it last, so that no such decision can forget any of it.
 */
final class Restatement {

    private Restatement() {}

    /**
     * Adds to a draft all that follows from what it already holds.
     *
     * @param from the first day that may cost another amount, or be shared otherwise, than before
     * @param before the budget before the decision
     */
    static void follow(LocalDate from, Budget before, Draft draft, BudgetFacts facts) {}
}
