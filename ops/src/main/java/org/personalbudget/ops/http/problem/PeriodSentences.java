package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.AccrualRefusal;
import org.personalbudget.ledger.budget.AccrualRefusal.*;
import org.personalbudget.ledger.period.PeriodRefusal;
import org.personalbudget.ledger.period.PeriodRefusal.*;

/** What refusals about periods, and about what is accrued in them, say to people. */
final class PeriodSentences {

    private PeriodSentences() {}

    static Sentence of(PeriodRefusal refusal) {
        return switch (refusal) {
            case UnknownPeriod it ->
                say("The table of periods goes from " + it.first() + " to " + it.last() + " and does not have "
                        + it.period() + ".");
            case PeriodNotOver it ->
                say("Period " + it.period() + " can be closed from its last day on, which is " + it.lastDay()
                        + "; today is " + it.today() + ".");
            case EarlierPeriodOpen it ->
                say("Periods are closed in order: before " + it.period() + " comes " + it.earliestOpen() + ".");
            case PeriodAlreadyClosed it ->
                say("Period " + it.period() + " is closed already; the last one closed is " + it.closedThrough() + ".");
            case ClosingNotBegun it -> say("The closing of period " + it.period() + " has not begun.");
            case PeriodIsOpen it -> say("Period " + it.period() + " is open.");
            case LaterPeriodClosed it ->
                say("Periods are opened again from the last closed one back: before " + it.period() + " comes "
                        + it.closedThrough() + ".");
            case ReopeningAlreadyRequested it ->
                say(it.by().value() + " has asked for period " + it.period()
                        + " to be opened again; somebody else has to agree.");
            case ReopeningNotRequested it -> say("Nobody has asked for period " + it.period() + " to be opened again.");
            case RequesterMayNotReopen it ->
                say(it.requester().value() + " asked for period " + it.period()
                        + " to be opened again, so somebody else has to agree.");
        };
    }

    static Sentence of(AccrualRefusal refusal) {
        return switch (refusal) {
            case AccrualTooEarly it ->
                about(
                        "/period",
                        "Care of period " + it.period() + " is accrued from its last day on, which is " + it.lastDay()
                                + "; today is " + it.today() + ".");
            case NothingAccrued it ->
                say("Nothing is accrued for line " + it.line() + " in period " + it.period() + ".");
            case ExceedsAccrual it ->
                about(
                        "/amount",
                        "For line " + it.line() + " " + it.accrued() + " is accrued in period " + it.period() + "; "
                                + it.amount() + " is more.");
        };
    }
}
