package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.takeon.TakeOnBatchRefusal;
import org.personalbudget.ledger.takeon.TakeOnBatchRefusal.*;

/** What refusals about a take-on say to people. */
final class TakeOnBatchSentences {

    private TakeOnBatchSentences() {}

    static Sentence of(TakeOnBatchRefusal refusal) {
        return switch (refusal) {
            case TakeOnNotPrepared it -> say("No take-on " + it.batch() + " has been prepared.");
            case TakeOnPreparerMayNotApprove it ->
                say(it.actor().value() + " prepared take-on " + it.batch()
                        + ", and nobody approves what they prepared.");
            case TakeOnFileDiffers it ->
                say("Take-on " + it.batch() + " was prepared with the file of digest " + it.prepared()
                        + "; this one has " + it.file() + ".");
            case TakeOnNotYet it ->
                say("Take-on " + it.batch() + " is for " + it.on() + ", and today is " + it.today()
                        + ": approve it on that day or later.");
            case TakeOnAlreadyApproved it ->
                say("Take-on " + it.batch() + " is approved, with the file of digest " + it.prepared()
                        + ": use another batch for another file.");
            case NothingToTakeOn it ->
                say("No budget of take-on " + it.batch() + " can be taken on: " + it.rejectedLines()
                        + " lines of its file are rejected.");
        };
    }
}
