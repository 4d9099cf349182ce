package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;

import org.personalbudget.ledger.policy.PolicyRefusal;
import org.personalbudget.ledger.policy.PolicyRefusal.*;

/** What a policy's refusals say to people. */
final class PolicySentences {

    private PolicySentences() {}

    static Sentence of(PolicyRefusal refusal) {
        return switch (refusal) {
            case PolicyInThePast it ->
                about(
                        "/effectiveFrom",
                        "A policy takes effect today (" + it.today() + ") or later, not on " + it.effectiveFrom()
                                + ": decisions already taken keep theirs.");
            case PercentOutOfRange it ->
                about("/" + it.field(), "A percentage lies between 0 and 100; " + it.percent() + " does not.");
            case NegativeAmount it -> about("/" + it.field(), "The amount " + it.field() + " must not be negative.");
        };
    }
}
