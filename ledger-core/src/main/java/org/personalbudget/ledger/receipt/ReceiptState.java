package org.personalbudget.ledger.receipt;

import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptEvent.ReceiptRecorded;

/** What a receipt has become. */
public sealed interface ReceiptState {

    /** Nothing has come. */
    record NoReceipt() implements ReceiptState {}

    /**
     * Money that has come.
     *
     * @param left what nobody has found a use for yet
     */
    record Receipt(ReceiptRecorded recorded, Money left) implements ReceiptState {}
}
