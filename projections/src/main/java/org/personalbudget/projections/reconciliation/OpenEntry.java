package org.personalbudget.projections.reconciliation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;

/**
 * Something that a line of an account may be: expected, owed, or in the ledger without a bank having shown it.
 *
 * @param kind PAYMENT, ARRIVAL, RETURN, CONTRIBUTION, RECLAIM, RECHARGE, SUPPLIER_REFUND, or MOVEMENT
 * @param id of the payment, the reclaim and so on; of a movement, its event
 * @param amount as the bank would show it
 * @param attempt of a payment
 * @param leftBank of an arrival: whether it was seen to leave the council's bank
 * @param run the run a payment is, or was, paid in; the bank shows a run as one debit, whatever it has reported before
 * @param subject of a movement: what it is about
 * @param claims of a movement: how often a line was said to show it
 */
public record OpenEntry(
        String kind,
        UUID id,
        Money amount,
        LocalDate on,
        @Nullable UUID budget,
        @Nullable Integer attempt,
        boolean leftBank,
        @Nullable UUID run,
        @Nullable UUID subject,
        int claims,
        @Nullable String event) {

    /** Its name among everything that is open in the account. */
    public String key() {
        return kind + "/" + id;
    }
}
