package org.personalbudget.projections.period;

import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;

/**
 * What is accrued for one line in one period.
 *
 * @param place where in the list it stands
 * @param accrued in all
 * @param reversed of that
 */
public record AccrualView(
        long place,
        BudgetId budget,
        LineId line,
        Category category,
        SupplierId supplier,
        Money accrued,
        Money reversed) {}
