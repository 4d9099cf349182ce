package org.personalbudget.ledger.budget;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** How money comes back from suppliers, and how receipts find what they are for. */
public sealed interface RecoveryEvent extends BudgetEvent {

    /**
     * A supplier owes back some of a payment: what was consumed is free again.
     *
     * @param portions by service period, with the stored split over what had not been taken back before
     * @param account the account it was paid from, or null where the council paid
     */
    record SupplierRefundDue(
            BudgetId budget,
            When when,
            SupplierRefundId refund,
            PaymentId payment,
            SupplierId supplier,
            LineId line,
            @Nullable OutcomeId outcome,
            Category category,
            List<RefundPortion> portions,
            @Nullable AccountId account,
            @Nullable AccountKind kind,
            Funder lead,
            ActorId by)
            implements RecoveryEvent {

        /** The whole amount by source. */
        public Split split() {
            return portions.stream().map(RefundPortion::split).reduce(Split.NOTHING, Split::plus);
        }
    }

    /**
     * The supplier paid back.
     *
     * @param supplier who, or null where an old system did not say
     * @param account the account it came into, or null for the council's bank
     * @param settled the co-funders' parts of it that had been paid in advance, and come back to the council's bank
     */
    record SupplierRefundReceived(
            BudgetId budget,
            When when,
            SupplierRefundId refund,
            @Nullable SupplierId supplier,
            @Nullable AccountId account,
            @Nullable AccountKind kind,
            Split split,
            Split settled,
            ActorId by)
            implements RecoveryEvent {}

    /**
     * A receipt was for something that the budget waited for, as if it had been paid in directly.
     *
     * @param receiptBook whose bank the receipt had come to
     * @param reference which reclaim, refund or recharge; null for a contribution
     * @param split what it settles, by source
     * @param settled the co-funders' parts of it that had been paid in advance, and come back to the council's bank
     */
    record ReceiptApplied(
            BudgetId budget,
            When when,
            ReceiptId receipt,
            Funder receiptBook,
            ReceiptTarget to,
            @Nullable UUID reference,
            @Nullable SupplierId supplier,
            Split split,
            Split settled,
            ActorId by)
            implements RecoveryEvent {}
}
