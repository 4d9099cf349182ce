package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.RecoveryRefusal;
import org.personalbudget.ledger.budget.RecoveryRefusal.*;

/** What refusals about money that comes back, or has come unidentified, say to people. */
final class RecoverySentences {

    private RecoverySentences() {}

    static Sentence of(RecoveryRefusal refusal) {
        return switch (refusal) {
            case UnknownReceipt it -> say("There is no receipt " + it.receipt() + ".");
            case UnknownSupplierRefund it -> say("There is no supplier refund " + it.refund() + " in this budget.");
            case ExceedsPaid it ->
                about(
                        "/amount",
                        "Of payment " + it.payment() + " " + it.refundable() + " can still be taken back; "
                                + it.amount() + " is more.");
            case ExceedsSupplierRefund it ->
                about(
                        "/amount",
                        "Of supplier refund " + it.refund() + " " + it.outstanding() + " is still to come; "
                                + it.amount() + " is more.");
            case RefundOfAnotherAccount it -> about("/accountId", elsewhere(it));
            case AllocationNeedsId it ->
                about(
                        "/id",
                        "A receipt for a " + Words.of(it.to()) + " needs the id of that " + Words.of(it.to()) + ".");
            case ExceedsReceipt it ->
                about(
                        "/amount",
                        "Of receipt " + it.receipt() + " " + it.left() + " is left; " + it.amount() + " is more.");
            case ExceedsWhatIsOwed it ->
                about(
                        "/amount",
                        "For the " + Words.of(it.to()) + " " + it.outstanding() + " is still to come; " + it.amount()
                                + " is more.");
        };
    }

    private static String elsewhere(RefundOfAnotherAccount it) {
        String from = it.paidFrom() == null ? "the council" : "account " + it.paidFrom();
        return "What supplier refund " + it.refund() + " gives back was paid from " + from
                + ": it cannot come into account " + it.account() + ".";
    }
}
