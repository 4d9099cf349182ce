package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.pooledfund.PoolRefusal;
import org.personalbudget.ledger.pooledfund.PoolRefusal.*;

/** What a pooled fund's refusals say to people. */
final class PoolSentences {

    private PoolSentences() {}

    static Sentence of(PoolRefusal refusal) {
        return switch (refusal) {
            case NoSuchPool it -> say("There is no pool " + it.pool() + ".");
            case PoolAlreadyOpen it -> say("Pool " + it.pool() + " is open already.");
            case PoolDateOutOfRange it ->
                about(
                        "/" + it.field(),
                        "The table of periods goes from " + it.first() + " to " + it.last() + " and does not have "
                                + it.date() + ".");
            case PoolDateInFuture it ->
                about(
                        "/" + it.field(),
                        "What was spent has a date that has come; " + it.date() + " is after today, " + it.today()
                                + ".");
            case BeforePoolOpens it ->
                about("/" + it.field(), "The pool starts on " + it.startsOn() + "; " + it.date() + " is before that.");
            case MemberTwice it -> about("/members", "Budget " + it.budget() + " is named more than once.");
            case MemberShareNotPositive it ->
                about(
                        "/members",
                        "A member's share is more than nothing and at most 100.00 %; "
                                + BudgetSentences.percent(it.basisPoints()) + " of budget " + it.budget() + " is not.");
            case MemberSharesNotWhole it ->
                about(
                        "/members",
                        "The members' shares add up to " + BudgetSentences.percent(it.basisPoints())
                                + " and not to 100.00 %.");
            case MemberUnknown it -> about("/members", "There is no budget " + it.budget() + ".");
            case PoolAmountNotPositive it ->
                about("/amount", "An amount is more than nothing; " + it.amount() + " is not.");
            case PoolAmountTooLarge it ->
                about("/amount", "No amount is above " + it.limit() + "; " + it.amount() + " is.");
            case NoMembersYet it -> about("/on", "Nobody had agreed to bear anything on " + it.on() + ".");
        };
    }
}
