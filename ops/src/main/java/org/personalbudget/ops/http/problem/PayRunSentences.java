package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.payrun.PayRunRefusal;
import org.personalbudget.ledger.payrun.PayRunRefusal.*;

/** What refusals about a run of payments say to people. */
final class PayRunSentences {

    private PayRunSentences() {}

    static Sentence of(PayRunRefusal refusal) {
        return switch (refusal) {
            case UnknownPayRun it -> say("There is no pay run " + it.run() + ".");
            case PayRunBuilderMayNotApprove it ->
                say(it.actor().value() + " built this run, and nobody approves what they built.");
            case PayRunNotReady it -> say("This run is " + it.standing() + ", and so this cannot be done.");
            case PayRunHasOtherTerms it -> say("Run " + it.run() + " was begun for something else.");
            case PayRunPartOutOfOrder it ->
                say("Part " + it.expected() + " of this run comes next, in order and not too large; this is part "
                        + it.part() + ".");
            case PayRunHashDiffers it ->
                about("/hash", "What was seen is not what is in this run: its hash is " + it.built() + ".");
            case PayRunAlreadySubmitted it ->
                say("The files of this run went to the bank already, by "
                        + it.by().value() + ".");
            case PayRunIsEmpty it -> say("There is nothing in this run to approve.");
        };
    }
}
