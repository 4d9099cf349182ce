package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;

import org.personalbudget.ledger.budget.FundingRefusal;
import org.personalbudget.ledger.budget.FundingRefusal.*;

/** What refusals about who pays for a budget say to people. */
final class FundingSentences {

    private FundingSentences() {}

    static Sentence of(FundingRefusal refusal) {
        return switch (refusal) {
            case SameFunders it ->
                about("/funders", "The funders bear these shares from " + it.from() + " on already.");
            case LeadChanges it ->
                about(
                        "/funders",
                        "The first funder named leads, and " + it.lead() + " stays the lead; " + it.proposed()
                                + " cannot take its place.");
            case ExceedsAdvance it ->
                about(
                        "/amount",
                        it.funder() + " has " + it.advance() + " left of what it paid in advance; " + it.amount()
                                + " is more.");
            case UnknownPool it -> about("/poolId", "There is no pool " + it.pool() + ".");
            case NotAMember it ->
                about("/poolId", "Budget " + it.budget() + " is no member of pool " + it.pool() + " on that day.");
            case BeforePoolStarts it ->
                about(
                        "/on",
                        "Pool " + it.pool() + " starts on " + it.startsOn() + "; nothing is paid into it on " + it.on()
                                + ".");
            case ExceedsUnspent it ->
                about(
                        "/amount",
                        "Pool " + it.pool() + " has " + it.unspent() + " unspent of what this budget paid in for line "
                                + it.line() + "; it cannot give " + it.amount() + " back.");
            case ExceedsPaidIn it ->
                about(
                        "/accountId",
                        "Of the money of account " + it.account() + " " + it.paidIn() + " is in pool " + it.pool()
                                + " or was spent by it; " + it.amount() + " did not come from there.");
            case ExceedsReducible it ->
                about(
                        "/amount",
                        "Recharge " + it.recharge() + " can be reduced by at most " + it.reducible() + ", not by "
                                + it.amount() + ": " + it.outstanding()
                                + " of it is unpaid, and what went into accounts stays owed.");
        };
    }
}
