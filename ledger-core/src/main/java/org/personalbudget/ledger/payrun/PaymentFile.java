package org.personalbudget.ledger.payrun;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.personalbudget.ledger.money.Money;

/**
 * What goes to the bank in one file. It names people, so it is never part of an event. The same value makes the same
 * bytes in every format.
 *
 * @param id letters and digits, at most 35; what the bank calls the file when it reports back
 * @param createdAt when the file was first written
 * @param payOn the day on which the money reaches the payees; a working day
 * @param payer whose account it leaves
 * @param count how many orders there are
 * @param sum what they come to
 * @param orders in the order in which they are written; read anew by whoever goes through them, and never held together
 */
public record PaymentFile(
        String id,
        Instant createdAt,
        LocalDate payOn,
        Payer payer,
        int count,
        Money sum,
        Iterable<PaymentOrder> orders) {

    /** A file of orders that are in memory already. */
    public static PaymentFile of(
            String id, Instant createdAt, LocalDate payOn, Payer payer, List<PaymentOrder> orders) {
        Money sum = orders.stream().map(PaymentOrder::amount).reduce(Money.ZERO, Money::plus);
        return new PaymentFile(id, createdAt, payOn, payer, orders.size(), sum, List.copyOf(orders));
    }
}
