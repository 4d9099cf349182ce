package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.InvoiceRefusal;
import org.personalbudget.ledger.budget.InvoiceRefusal.*;

/** What refusals about invoices say to people. */
final class InvoiceSentences {

    private InvoiceSentences() {}

    static Sentence of(InvoiceRefusal refusal) {
        return switch (refusal) {
            case ExactDuplicate it ->
                say("Number " + it.number() + " was handed in before, and is " + Words.of(it.standing()) + ".");
            case UnknownInvoice it -> say("There is no invoice " + it.invoice() + ".");
            case NotTheSupplier it -> about("/supplier", "A supplier hands in what is its own, and this is not.");
            case InvoiceWithoutLines _ -> about("/lines", "An invoice has at least one line.");
            case QuantityNotPositive it ->
                about(
                        "/lines",
                        "Line " + it.line() + " bills " + it.quantity() + " units; a line bills more than nothing.");
            case InvoiceNotOpen it ->
                say("Invoice " + it.invoice() + " is " + Words.of(it.standing()) + ": there is nothing to decide.");
            case EnteredBySamePerson it ->
                say(it.actor().value() + " entered invoice " + it.invoice() + ": somebody else decides about it.");
            case ExceedsDisputed it ->
                about(
                        "/amount",
                        "Of invoice " + it.invoice() + " " + it.disputed() + " is disputed; " + it.amount()
                                + " is more.");
            case ExceedsUnpaid it ->
                about(
                        "/amount",
                        "Of invoice " + it.invoice() + " " + it.unpaid() + " is not handed to the bank yet; "
                                + it.amount() + " is more.");
            case ExceedsInvoice it ->
                about(
                        "/gross",
                        "Of invoice " + it.invoice() + " " + it.left() + " can still be taken back; " + it.amount()
                                + " is more.");
            case VisitToldOtherwise it ->
                say("Visit " + it.visit() + " was told before, with " + it.toldMinutes() + " minutes and not "
                        + it.minutes() + ", or of another day or line.");
            case VisitOfNoLength it ->
                say("Visit " + it.visit() + " lasts " + it.minutes() + " minutes; a visit lasts 1 to 1440.");
            case VisitNotOrdered it ->
                say("Visit " + it.visit() + " is of no line ordered from supplier " + it.supplier() + ".");
        };
    }
}
