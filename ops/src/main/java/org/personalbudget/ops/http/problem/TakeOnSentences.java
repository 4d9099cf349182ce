package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.TakeOnRefusal;

/** What refusals about budgets from an old system say to people. */
final class TakeOnSentences {

    private TakeOnSentences() {}

    static Sentence of(TakeOnRefusal refusal) {
        return say("written next: " + refusal.code());
    }
}
