package org.personalbudget.payments;

import java.io.IOException;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.PaymentFile;
import org.personalbudget.ledger.payrun.PaymentOrder;

/** The orders of a file on their way out, one at a time. */
public final class FileOrders {

    private FileOrders() {}

    /** Takes one order. */
    @FunctionalInterface
    public interface Taker {

        /** @param place {@code order 12} */
        void take(PaymentOrder order, String place) throws FileUnwritable, IOException;
    }

    /**
     * Hands every order on.
     *
     * @throws FileUnwritable if together they are not what the file's control totals say; also by whoever takes them
     */
    public static void each(PaymentFile file, Taker taker) throws FileUnwritable, IOException {
        int count = 0;
        Money sum = Money.ZERO;
        for (PaymentOrder order : file.orders()) {
            taker.take(order, "order " + ++count);
            sum = sum.plus(order.amount());
        }
        if (count == file.count() && sum.equals(file.sum())) return;
        throw new FileUnwritable("file", "orders", "Its payments do not come to its control totals.");
    }
}
