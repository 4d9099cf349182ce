package org.personalbudget.projections.receipts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * Some of a receipt was for a budget. {@code position} is where it was recorded.
 *
 * @param id which reclaim, supplier refund or recharge; null for a contribution
 */
public record ReceiptAllocationView(
        long position,
        Instant recordedAt,
        BudgetId budgetId,
        ReceiptTarget to,
        @Nullable UUID id,
        Money amount,
        String allocatedBy) {}
