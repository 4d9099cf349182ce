package org.personalbudget.projections.reviews;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReviewKind;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * A review that is to be held. {@code position} is where it was scheduled, and lists are in this order.
 *
 * @param lastHeld the day of the last one of this clock, or null if there was none
 */
public record ReviewDue(
        BudgetId budgetId,
        long position,
        ReviewKind kind,
        LocalDate dueOn,
        @Nullable LocalDate lastHeld) {}
