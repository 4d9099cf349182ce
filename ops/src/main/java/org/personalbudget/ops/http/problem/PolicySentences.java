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
            case NumberOutOfRange it ->
                about(
                        "/" + it.field(),
                        "The number " + it.field() + " lies between " + it.least() + " and " + it.most() + "; "
                                + it.number() + " does not.");
            case LongerThanTheLawAllows it ->
                about(
                        "/" + it.field(),
                        "The law asks for a review within " + it.most() + " weeks; " + it.weeks() + " are too many.");
            case ReviewBeforeAlert it ->
                about(
                        "/arrears/reviewPeriods",
                        "A review at " + it.reviewPeriods() + " unpaid periods would come before the alert at "
                                + it.alertPeriods() + ".");
            case HighBelowMedium it ->
                about(
                        "/monitoring/highFrom",
                        "High risk from a score of " + it.highFrom() + " would begin below medium risk, from "
                                + it.mediumFrom() + ".");
            case ReturnWeeksMissing it ->
                about(
                        "/monitoring/returnWeeks",
                        "The policy does not say how often a budget of " + it.tier() + " risk makes a return.");
        };
    }
}
