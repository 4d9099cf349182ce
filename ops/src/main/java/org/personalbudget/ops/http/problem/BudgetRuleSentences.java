package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.BudgetSentences.percent;
import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.terms.CareGroup;

/** What a budget says to people about a rule that is not met. */
final class BudgetRuleSentences {

    private BudgetRuleSentences() {}

    static Sentence of(Unmet refusal) {
        return switch (refusal) {
            case DateOutOfRange it ->
                about(
                        at(it.field()),
                        "The table of periods goes from " + it.first() + " to " + it.last() + " and does not have "
                                + it.date() + ".");
            case DateInFuture it ->
                about(at(it.field()), it.date() + " is in the future; today is " + it.today() + ".");
            case AmountNotPositive it ->
                about(at(it.field()), "The amount must be more than nothing; " + it.amount() + " is not.");
            case AmountTooLarge it ->
                about(at(it.field()), it.amount() + " is above the largest amount accepted, " + it.limit() + ".");
            case SharesNotWhole it ->
                about("/funders", "The funders' shares add up to " + percent(it.basisPoints()) + ", not to 100.00 %.");
            case FunderTwice it -> about("/funders", "Funder " + it.funder() + " is named twice.");
            case FunderShareNotPositive it ->
                about(
                        "/funders",
                        "The share of " + it.funder() + " must be more than nothing; " + percent(it.basisPoints())
                                + " is not.");
            case PlanWithoutLines _ -> about("/lines", "A plan has at least one line.");
            case LineTwice it -> about("/lines", "Line " + it.line() + " is there twice.");
            case OutcomeTwice it -> about("/outcomes", "Outcome " + it.outcome() + " is there twice.");
            case UnknownOutcome it ->
                it.line() == null
                        ? about("/outcomeId", "The plan has no outcome " + it.outcome() + ".")
                        : about(
                                "/lines",
                                "Line " + it.line() + " serves outcome " + it.outcome()
                                        + ", which the plan does not have.");
            case OutcomeLineWithoutOutcome it ->
                about("/lines", "Line " + it.line() + " is an outcome line and names no outcome.");
            case LineDoesNotMultiply it -> of(it);
            case PlanExceedsBudget it ->
                about(
                        "/lines",
                        "The lines add up to " + it.planned() + " a week, more than the budget of " + it.weekly()
                                + " a week.");
            case BeforeBudgetStarts it ->
                about(at(it.field()), it.date() + " is before the budget starts, on " + it.startsOn() + ".");
            case NoPlanInForce it -> say("No approved plan is in force on " + it.on() + ".");
            case ContributionNotChargeable it ->
                say(
                        it.careGroup() == CareGroup.CARER
                                ? "The policy asks carers for no contribution."
                                : "No funder of this budget may ask for a contribution: NHS and education money is never"
                                        + " charged for.");
            case ContributionExceedsShare it ->
                about(
                        "/weekly",
                        "A contribution of " + it.weekly() + " a week is more than the council's share of "
                                + it.councilShare() + ".");
            case NoContribution it -> about("/period", "No contribution is assessed for " + it.period() + ".");
            case HolderNeeded it -> about("/holderRef", "An account of kind " + it.kind() + " needs a holder.");
            case HolderNotAllowed it -> about("/holderRef", "An account of kind " + it.kind() + " has no holder.");
            case LineAlreadyDeployed it ->
                about("/lines", "Line " + it.line() + " is deployed through account " + it.account() + " already.");
            case AccountHoldsNoMoney it ->
                about("/accountId", "Account " + it.account() + " is of kind " + it.kind() + " and holds no money.");
            case AccountNeeded it ->
                about("/accountId", "The budget has " + it.accounts() + " accounts: name the one that is meant.");
            case NoAccount it -> about("/accountId", "Budget " + it.budget() + " has no account that holds money.");
            case BeforeAccountOpens it ->
                about(
                        at(it.field()),
                        it.date() + " is before account " + it.account() + " opens, on " + it.startsOn() + ".");
            case PeriodOutOfRange it ->
                about("/period", "Period " + it.period() + " lies outside the budget or the table of periods.");
            case NothingToPay it -> about("/period", "Nothing is payable for " + it.period() + ".");
            case AmountNotForRegular it ->
                about(
                        "/amount",
                        "A regular instalment is worked out from the plan; it takes no amount of its own ("
                                + it.amount() + ").");
            case AmountNeeded it -> about("/amount", "An instalment of kind " + it.kind() + " needs an amount.");
            case PurposeNeeded it -> about("/purpose", "An instalment of kind " + it.kind() + " needs a purpose.");
            case UnknownLine it -> about("/lineId", "The plan in force has no line " + it.line() + ".");
            case SupplierNotOfLine it ->
                about(
                        "/supplierId",
                        "Line " + it.line() + " is ordered from supplier " + it.ordered() + ", not from "
                                + it.supplier() + ".");
            case NoRateInForce it ->
                say("Supplier " + it.supplier() + " has no rate for " + it.category() + " in force on " + it.on()
                        + ".");
            case ExceedsRate it ->
                about(
                        "/amount",
                        it.amount() + " is more than line " + it.line() + " authorises for those days at the"
                                + " rate in force: " + it.atRate() + ", with a tolerance of " + it.tolerance() + ".");
            case UnitsDoNotMultiply it ->
                about(
                        "/amount",
                        it.amount() + " is not units times the rate in force: " + it.atRate() + ", with a tolerance of "
                                + it.tolerance() + ".");
            case ExceedsHeadroom it ->
                about(
                        "/amount",
                        it.amount() + " is more than the " + it.available() + " that line " + it.line()
                                + " has left: " + it.allocated() + " allocated to date, " + it.committed()
                                + " committed, "
                                + it.consumed() + " used, " + it.flex() + " of flex.");
            case AccountCannotAfford it ->
                about(
                        "/amount",
                        it.amount() + " is more than account " + it.account() + " can spend: " + it.spendable() + ".");
            case NotACoFunder it -> about("/funder", it.funder() + " is not a co-funder of this budget.");
            case ExceedsRechargeable it ->
                about(
                        "/amount",
                        it.amount() + " is more than can be recharged to " + it.funder() + ": " + it.rechargeable()
                                + ".");
            case ExceedsOutstanding it ->
                about(
                        "/amount",
                        it.amount() + " is more than is outstanding of recharge " + it.recharge() + ": "
                                + it.outstanding() + ".");
            case ServiceTooLong it ->
                about(
                        "/serviceTo",
                        "A payment covers at most " + it.limitDays() + " days of service, not "
                                + it.service().days() + ".");
        };
    }

    private static Sentence of(LineDoesNotMultiply it) {
        return it.unitsTimesRate() == null
                ? about("/lines", "Line " + it.line() + " names units or a rate, but not both.")
                : about(
                        "/lines",
                        "Line " + it.line() + " is " + it.weekly() + " a week, but its units times its rate are "
                                + it.unitsTimesRate() + ".");
    }

    /** The domain names a field; the API points at it. */
    static String at(String field) {
        return "/" + field;
    }
}
