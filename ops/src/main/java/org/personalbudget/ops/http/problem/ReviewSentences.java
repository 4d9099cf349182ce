package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.ReviewRefusal;

/** What refusals about reviews say to people. */
final class ReviewSentences {

    private ReviewSentences() {}

    static Sentence of(ReviewRefusal refusal) {
        return say("written next: " + refusal.code());
    }
}
