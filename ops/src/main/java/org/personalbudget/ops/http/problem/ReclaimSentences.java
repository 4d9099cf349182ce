package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.ReclaimRefusal;
import org.personalbudget.ledger.budget.ReclaimRefusal.*;

/** What refusals about money that is to come back, or is let go, say to people. */
final class ReclaimSentences {

    private ReclaimSentences() {}

    static Sentence of(ReclaimRefusal refusal) {
        return switch (refusal) {
            case UnknownReclaim it -> say("There is no reclaim " + it.reclaim() + " in this budget.");
            case UnknownRelief it -> say("There is no relief " + it.relief() + " in this budget.");
            case NothingToReclaim it ->
                about(
                        "/accountId",
                        "Account " + it.account() + " has a surplus of " + it.surplus() + ", of which it may keep "
                                + it.cap() + ": nothing is to be reclaimed that has not been asked for.");
            case ExceedsReclaimable it ->
                about(
                        "/amount",
                        "Of account " + it.account() + " " + it.reclaimable() + " may be reclaimed; " + it.amount()
                                + " is more.");
            case NotAServiceFund it ->
                about(
                        "/kind",
                        "Account " + it.account() + " is of kind " + it.kind() + ", not an individual service fund.");
            case HeldNotLongEnough it ->
                say("Account " + it.account() + " has been above its cap since " + it.since()
                        + "; that may be reclaimed from " + it.reclaimableFrom() + " on.");
            case NotEnded it ->
                about(
                        "/kind",
                        "Neither the budget nor account " + it.account()
                                + " has had its last day, so there is nothing to close.");
            case MisuseIsJudged _ -> about("/kind", "What was misused is reclaimed by judging the spend.");
            case PayByTooSoon it ->
                about("/payBy", it.payBy() + " leaves too little time to pay; the earliest is " + it.earliest() + ".");
            case NoticeGiverMayNotDecide it ->
                say(it.actor().value() + " gave notice of reclaim " + it.reclaim()
                        + ", and nobody decides on their own notice.");
            case ReliefNeeds it ->
                about("/" + it.field(), "To let go of a " + Words.of(it.of()) + " amount, name which one.");
            case ExceedsRelievable it ->
                about(
                        "/amount",
                        "Of the " + Words.of(it.of()) + " " + it.relievable() + " can be let go; " + it.amount()
                                + " is more.");
            case ReconsiderationOpen it ->
                say("Reclaim " + it.reclaim() + " may still be reconsidered, asked for by " + it.until()
                        + ": no money moves before.");
            case ReconsiderationOutOfTime it ->
                say("Reconsideration of reclaim " + it.reclaim() + " could be asked for until " + it.lastDay() + ".");
            case ReconsiderationAskedAlready it ->
                say("Reconsideration of reclaim " + it.reclaim() + " has been asked for already.");
            case ReconsiderationNotAsked it ->
                say("No reconsideration of reclaim " + it.reclaim() + " is waiting for a decision.");
            case ReclaimNotOpen it -> say("Reclaim " + it.reclaim() + " is decided, withdrawn or settled already.");
            case ReclaimNotDecided it -> say("Reclaim " + it.reclaim() + " has not been decided.");
            case ExceedsDemand it ->
                about(
                        "/amount",
                        it.demanded() + " is demanded by reclaim " + it.reclaim() + ", and reconsideration cannot make "
                                + it.amount() + " of it.");
            case ExceedsReclaim it ->
                about(
                        "/amount",
                        "Of reclaim " + it.reclaim() + " " + it.outstanding() + " is outstanding; " + it.amount()
                                + " is more.");
            case AccountHoldsLess it ->
                say("Account " + it.account() + " holds " + it.held() + " of the " + it.amount()
                        + " that are to be paid back. Withdraw the notice with the reason, and give notice of what the"
                        + " account holds, if anything.");
            case ReliefNotOpen it -> say("Relief " + it.relief() + " has been decided already.");
            case InstalmentNeeded _ ->
                about("/paymentId", "To keep a reclaim back from an instalment, name its payment.");
            case RouteNotOfAccount it -> about("/route", wrongWay(it));
            case ExceedsInstalment it ->
                about(
                        "/amount",
                        "Of instalment " + it.payment() + " " + it.payable() + " is payable; " + it.amount()
                                + " cannot be kept back from it in every funder's book.");
            case ProposerMayNotRelieve it ->
                say(it.actor().value() + " proposed relief " + it.relief()
                        + ", and nobody decides on what they proposed.");
            case AboveReliefLimit it ->
                say("Letting go of " + it.amount() + " is above the limit of " + it.limit() + ": the panel decides.");
        };
    }

    private static String wrongWay(RouteNotOfAccount it) {
        String of = it.kind() == null ? "an account that is not known here" : "an account of kind " + it.kind();
        return "Money of " + of + " does not come back by " + Words.of(it.route()) + ".";
    }
}
