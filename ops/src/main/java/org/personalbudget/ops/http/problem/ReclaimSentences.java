package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.ReclaimRefusal;

/** What refusals about money that is to come back, or is let go say to people. */
final class ReclaimSentences {

    private ReclaimSentences() {}

    static Sentence of(ReclaimRefusal refusal) {
        return say("written next: " + refusal.code());
    }
}
