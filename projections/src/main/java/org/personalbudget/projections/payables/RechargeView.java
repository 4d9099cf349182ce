package org.personalbudget.projections.payables;

import java.time.Instant;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;

/**
 * What a co-funder was asked for. {@code position} is where it was recorded, and lists are in this order.
 *
 * @param outstanding amount − paid
 */
public record RechargeView(
        RechargeId rechargeId,
        BudgetId budgetId,
        long position,
        Instant recordedAt,
        Funder funder,
        Money amount,
        Money paid,
        Money outstanding,
        String rechargedBy) {}
