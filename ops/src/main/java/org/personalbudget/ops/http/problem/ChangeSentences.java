package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.ChangeRefusal;

/** What refusals about the course of a budget say to people. */
final class ChangeSentences {

    private ChangeSentences() {}

    static Sentence of(ChangeRefusal refusal) {
        return say("written next: " + refusal.code());
    }
}
