package org.personalbudget.ledger.receipt;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.kernel.Refusal.Nature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.ReceiptId;

/** Every reason for which a receipt is not recorded. */
public sealed interface ReceiptRefusal extends Refusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    record ReceiptRecordedAlready(ReceiptId receipt) implements ReceiptRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    record NoSuchReceipt(ReceiptId receipt) implements ReceiptRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    /** Some of it was found to be for something. */
    record ReceiptInUse(ReceiptId receipt, Money amount, Money left) implements ReceiptRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    record ReceiptNotPositive(Money amount) implements ReceiptRefusal {}

    record ReceiptTooLarge(Money amount, Money limit) implements ReceiptRefusal {}

    record ReceiptInFuture(LocalDate on, LocalDate today) implements ReceiptRefusal {}

    record ReceiptDateOutOfRange(LocalDate on, LocalDate first, LocalDate last) implements ReceiptRefusal {}
}
