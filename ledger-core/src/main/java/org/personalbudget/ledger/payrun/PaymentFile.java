package org.personalbudget.ledger.payrun;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What goes to the bank in one file. It names people, so it is never part of an event. The same value makes the same
 * bytes in every format.
 *
 * @param id letters and digits, at most 35; what the bank calls the file when it reports back
 * @param createdAt when the file was first written
 * @param payOn the day on which the money reaches the payees; a working day
 * @param payer whose account it leaves
 * @param orders in the order in which they are written
 */
public record PaymentFile(String id, Instant createdAt, LocalDate payOn, Payer payer, List<PaymentOrder> orders) {

    public PaymentFile {
        orders = List.copyOf(orders);
    }
}
