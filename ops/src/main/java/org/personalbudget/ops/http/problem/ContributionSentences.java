package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.ContributionRefusal;
import org.personalbudget.ledger.budget.ContributionRefusal.*;

/** What refusals about contributions that change or are paid back say to people. */
final class ContributionSentences {

    private ContributionSentences() {}

    static Sentence of(ContributionRefusal refusal) {
        return switch (refusal) {
            case NothingToRefund _ ->
                say("Nothing is owed back: no more was paid than fell due, and what was owed back is being paid.");
            case ExceedsRefundable it ->
                about("/amount", "Only " + it.refundable() + " is owed back, less than " + it.amount() + ".");
            case AftercareIsFree _ ->
                say("Aftercare under section 117 of the Mental Health Act 1983 is never charged for.");
        };
    }
}
