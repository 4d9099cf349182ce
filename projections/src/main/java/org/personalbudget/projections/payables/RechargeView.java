package org.personalbudget.projections.payables;

import java.time.Instant;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;

/**
 * What a co-funder was asked for. {@code position} is where it was recorded, and lists are in this order.
 *
 * @param advanced the part of the amount that went into accounts and was owed since it was credited there
 * @param reduced what was taken back of it
 * @param settledByAdvance what was settled by money the co-funder had paid in advance
 * @param outstanding amount − paid − reduced − settledByAdvance
 */
public record RechargeView(
        RechargeId rechargeId,
        BudgetId budgetId,
        long position,
        Instant recordedAt,
        Funder funder,
        Money amount,
        Money advanced,
        Money paid,
        Money reduced,
        Money settledByAdvance,
        Money outstanding,
        String rechargedBy) {}
