package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.BudgetSentences.percent;
import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.ChangeRefusal;
import org.personalbudget.ledger.budget.ChangeRefusal.*;

/** What refusals about the course of a budget say to people. */
final class ChangeSentences {

    private ChangeSentences() {}

    static Sentence of(ChangeRefusal refusal) {
        return switch (refusal) {
            case BudgetHasEnded it -> say("The budget ended with " + it.lastDay() + ".");
            case LineSuspended it -> say("Line " + it.line() + " is suspended and not paid for on " + it.day() + ".");
            case AlreadySuspended it -> about("/from", "That is suspended on " + it.from() + " already.");
            case NotSuspended it -> about("/from", "Nothing is suspended on " + it.on() + ".");
            case AccountHasClosed it ->
                say("Account " + it.account() + " pays for nothing after " + it.lastDay() + ".");
            case SameKind it -> about("/kind", "Account " + it.account() + " is of kind " + it.kind() + " already.");
            case SameAccount it ->
                about("/toAccountId", "Money cannot be moved from account " + it.account() + " to itself.");
            case InstalmentNotOpen it ->
                say("Instalment " + it.payment() + " is " + Words.of(it.standing())
                        + " and cannot be changed any more.");
            case NotAnInstalment it -> say("Payment " + it.payment() + " is no instalment.");
            case ReassessmentNeeded it ->
                about(
                        "/weekly",
                        it.weekly() + " a week is less than the " + it.current()
                                + " in force: a budget is lowered only after a reassessment, which the plan names.");
            case ReassessmentDecided it ->
                about(
                        "/weekly",
                        it.weekly() + " a week is less than the " + it.decided() + " that reassessment "
                                + it.reassessment() + " was decided on with: a lower amount needs another.");
            case UnknownReassessment it ->
                about("/reassessmentId", "No reassessment " + it.reassessment() + " has been held for this budget.");
            case UnknownCut it -> about("/cutBatchId", "Batch " + it.cut() + " proposes nothing for this budget.");
            case NothingToUplift it ->
                say("No line of category " + it.category() + " has a price of one unit that could rise on " + it.from()
                        + ".");
            case ChangeOutOfRange it ->
                about(
                        "/percent",
                        "The percentage must be more than 0.00 % and at most 100.00 %; " + percent(it.basisPoints())
                                + " is not.");
            case ProposalOpen it -> say("Plan " + it.version() + " waits for its decision.");
            case AboveUpliftLimit it ->
                about(
                        "/rate",
                        "A batch may raise prices by at most " + percent(it.limit()) + "; this would be "
                                + percent(it.basisPoints()) + ".");
            case RateNotHigher it ->
                about(
                        "/rate",
                        "An uplift never lowers a price: " + it.rate() + " is not more than " + it.current() + ".");
        };
    }
}
