package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.FundingRefusal;

/** What refusals about who pays for a budget say to people. */
final class FundingSentences {

    private FundingSentences() {}

    static Sentence of(FundingRefusal refusal) {
        return say("written next: " + refusal.code());
    }
}
