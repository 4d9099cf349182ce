package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.JudgementRefusal;

/** What refusals about spends that are queried and judged say to people. */
final class JudgementSentences {

    private JudgementSentences() {}

    static Sentence of(JudgementRefusal refusal) {
        return say("written next: " + refusal.code());
    }
}
