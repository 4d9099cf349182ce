package org.personalbudget.projections.contributions;

import java.util.Map;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * A budget of which something is unpaid. {@code position} is where the budget was allocated, and lists are in this order.
 *
 * @param unpaid what is outstanding, by how long it is
 */
public record ArrearsSummary(
        BudgetId budgetId, long position, Money outstanding, int unpaidPeriods, Map<Age, Money> unpaid) {}
