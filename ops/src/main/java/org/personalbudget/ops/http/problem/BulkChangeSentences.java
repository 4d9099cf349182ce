package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.BudgetSentences.percent;
import static org.personalbudget.ops.http.problem.Sentence.about;

import org.personalbudget.ledger.bulkchange.BulkChangeRefusal;
import org.personalbudget.ledger.bulkchange.BulkChangeRefusal.AbovePolicyLimit;
import org.personalbudget.ledger.bulkchange.BulkChangeRefusal.BatchDateOutOfRange;
import org.personalbudget.ledger.bulkchange.BulkChangeRefusal.BatchHasOtherTerms;
import org.personalbudget.ledger.bulkchange.BulkChangeRefusal.BatchPercentOutOfRange;
import org.personalbudget.ledger.bulkchange.BulkChangeRefusal.BatchRateNotPositive;
import org.personalbudget.ledger.bulkchange.BulkChangeRefusal.OneMeasureNeeded;
import org.personalbudget.ledger.bulkchange.BulkTerms;

/** What refusals of bulk changes say to people. */
final class BulkChangeSentences {

    private BulkChangeSentences() {}

    static Sentence of(BulkChangeRefusal refusal) {
        return switch (refusal) {
            case BatchHasOtherTerms it ->
                about("/batchId", "Batch " + it.batch() + " has been ordered, and was to do something else.");
            case OneMeasureNeeded it ->
                about(
                        "/percent",
                        it.kind() == BulkTerms.Kind.CUT
                                ? "A cut is by a percentage."
                                : "An uplift is either by a percentage or to a rate.");
            case BatchPercentOutOfRange it ->
                about(
                        "/percent",
                        "The percentage must be more than 0.00 % and at most 100.00 %; " + percent(it.basisPoints())
                                + " is not.");
            case AbovePolicyLimit it ->
                about(
                        "/percent",
                        "A batch may raise prices by at most " + percent(it.limit()) + "; " + percent(it.basisPoints())
                                + " is decided plan by plan.");
            case BatchRateNotPositive it ->
                about("/rate", "The rate must be more than nothing; " + it.rate() + " is not.");
            case BatchDateOutOfRange it ->
                about(
                        "/effectiveFrom",
                        "The table of periods goes from " + it.first() + " to " + it.last() + " and does not have "
                                + it.from() + ".");
        };
    }
}
