package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;

import org.personalbudget.ledger.budget.ReviewRefusal;
import org.personalbudget.ledger.budget.ReviewRefusal.*;

/** What refusals about reviews say to people. */
final class ReviewSentences {

    private ReviewSentences() {}

    static Sentence of(ReviewRefusal refusal) {
        return switch (refusal) {
            case NoAccountToReview _ -> about("/kind", "There is no direct payment whose account could be reviewed.");
            case NoPlanToReview _ -> about("/kind", "There is no approved plan to review.");
        };
    }
}
