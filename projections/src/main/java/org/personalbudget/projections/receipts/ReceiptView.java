package org.personalbudget.projections.receipts;

import java.time.Instant;
import java.time.LocalDate;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.ReceiptId;

/**
 * Money that came to the council's bank without a budget. {@code position} is where it was recorded, and lists are in this
 * order.
 *
 * @param on the day on which it came
 * @param book whose bank it came to
 * @param allocated what of it has been said to be for something
 * @param left what of it nobody knows: amount − allocated; nothing of what was withdrawn
 * @param withdrawn whether it turned out to be no receipt
 */
public record ReceiptView(
        ReceiptId receiptId,
        long position,
        Instant recordedAt,
        LocalDate on,
        Funder book,
        String recordedBy,
        Money amount,
        Money allocated,
        Money left,
        boolean withdrawn) {}
