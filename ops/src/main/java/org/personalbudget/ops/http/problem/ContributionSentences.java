package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.ContributionRefusal;

/** What refusals about contributions that change or are paid back say to people. */
final class ContributionSentences {

    private ContributionSentences() {}

    static Sentence of(ContributionRefusal refusal) {
        return say("written next: " + refusal.code());
    }
}
