package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.supplier.SupplierRefusal;
import org.personalbudget.ledger.supplier.SupplierRefusal.*;

/** What a supplier's refusals say to people. */
final class SupplierSentences {

    private SupplierSentences() {}

    static Sentence of(SupplierRefusal refusal) {
        return switch (refusal) {
            case NoSuchSupplier it -> say("There is no supplier " + it.supplier() + ".");
            case SupplierAlreadyRegistered it ->
                about("/supplierRef", "Supplier " + it.ref() + " is registered already.");
            case RateNotPositive it -> about("/rate", "A rate is more than nothing; " + it.rate() + " is not.");
            case RateTooLarge it -> about("/rate", "A rate is at most " + it.limit() + "; " + it.rate() + " is not.");
            case RateEndsBeforeItStarts it ->
                about("/to", "A rate cannot end on " + it.to() + ", before it starts on " + it.from() + ".");
            case RateDateOutOfRange it ->
                say("The table of periods goes from " + it.first() + " to " + it.last() + " and does not have "
                        + it.date() + ".");
            case RateAlreadySet it ->
                say("From " + it.from() + " a rate of " + it.rate() + " is set for " + it.category() + " already.");
        };
    }
}
