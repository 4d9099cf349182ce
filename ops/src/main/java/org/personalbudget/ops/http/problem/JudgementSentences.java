package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.JudgementRefusal;
import org.personalbudget.ledger.budget.JudgementRefusal.*;

/** What refusals about spends that are queried and judged say to people. */
final class JudgementSentences {

    private JudgementSentences() {}

    static Sentence of(JudgementRefusal refusal) {
        return switch (refusal) {
            case UnknownSpend it -> say("The budget has no spend " + it.spend() + ".");
            case AlreadyUnderQuery it -> say("Spend " + it.spend() + " is under query already.");
            case NotUnderQuery it -> say("Spend " + it.spend() + " is not under query.");
            case AlreadyJudged it ->
                say("Spend " + it.spend() + " has been judged; another query needs another rule, and what was accepted"
                        + " of it keeps its category and line.");
            case AllRefunded it -> say("All of spend " + it.spend() + " has come back: there is nothing to ask about.");
            case QueryOutOfTime it ->
                say("Spend " + it.spend() + " of " + it.on() + " could be queried until " + it.lastDay()
                        + ", within one monitoring cycle; that time is over.");
            case RuleNeeded _ -> about("/rules", "A query names the rules that it is about.");
            case AnswerStillDue it ->
                say("The holder has until " + it.answerBy() + " to answer; nothing of spend " + it.spend()
                        + " is reclaimed before.");
            case NeverAccepted it ->
                about(
                        "/accepted",
                        "Spend " + it.spend()
                                + " went to a merchant of a kind that is never accepted: all of it is reclaimed.");
            case RecorderMayNotJudge it ->
                say(it.actor().value() + " recorded or queried spend " + it.spend()
                        + ", and nobody judges what they brought up.");
            case ExceedsSpend it ->
                about(
                        "/amount",
                        it.amount() + " is more than the " + it.remaining() + " left of spend " + it.spend() + ".");
            case BeforeSpend it ->
                about(
                        BudgetRuleSentences.at(it.field()),
                        it.date() + " is before the money was spent, on " + it.spentOn() + ".");
        };
    }
}
