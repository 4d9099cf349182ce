package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** Why money does not come back, or is not for what it is said to be. */
public sealed interface RecoveryRefusal extends BudgetRefusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    record UnknownReceipt(ReceiptId receipt) implements RecoveryRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    record UnknownSupplierRefund(SupplierRefundId refund) implements RecoveryRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    /** No more is owed back than was paid and not yet taken back. */
    record ExceedsPaid(PaymentId payment, Money amount, Money refundable) implements RecoveryRefusal {}

    record ExceedsSupplierRefund(SupplierRefundId refund, Money amount, Money outstanding) implements RecoveryRefusal {}

    /** What comes back comes into the account it was paid from, or to the council. */
    record RefundOfAnotherAccount(
            SupplierRefundId refund,
            AccountId account,
            @Nullable AccountId paidFrom) implements RecoveryRefusal {}

    /** What a receipt is for is named, except where there is only one such thing. */
    record AllocationNeedsId(ReceiptTarget to) implements RecoveryRefusal {}

    record ExceedsReceipt(ReceiptId receipt, Money amount, Money left) implements RecoveryRefusal {}

    record ExceedsWhatIsOwed(ReceiptTarget to, Money amount, Money outstanding) implements RecoveryRefusal {}
}
