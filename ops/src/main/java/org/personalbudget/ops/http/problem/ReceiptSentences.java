package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.receipt.ReceiptRefusal;
import org.personalbudget.ledger.receipt.ReceiptRefusal.*;

/** What a receipt's refusals say to people. */
final class ReceiptSentences {

    private ReceiptSentences() {}

    static Sentence of(ReceiptRefusal refusal) {
        return switch (refusal) {
            case ReceiptRecordedAlready it -> say("Receipt " + it.receipt() + " is recorded already.");
            case NoSuchReceipt it -> say("There is no receipt " + it.receipt() + ".");
            case ReceiptInUse it ->
                say("Of receipt " + it.receipt() + " over " + it.amount() + " only " + it.left()
                        + " has not been allocated: it cannot be taken back.");
            case ReceiptNotPositive it ->
                about("/amount", "A receipt is more than nothing; " + it.amount() + " is not.");
            case ReceiptTooLarge it ->
                about("/amount", "A receipt is at most " + it.limit() + "; " + it.amount() + " is not.");
            case ReceiptInFuture it ->
                about("/on", "What has come has a date that has come: " + it.on() + " is after " + it.today() + ".");
            case ReceiptDateOutOfRange it ->
                about(
                        "/on",
                        "The table of periods goes from " + it.first() + " to " + it.last() + " and does not have "
                                + it.on() + ".");
        };
    }
}
