package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.about;
import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.cardprogramme.CardProgrammeRefusal;
import org.personalbudget.ledger.cardprogramme.CardProgrammeRefusal.*;
import org.personalbudget.ledger.statement.StatementRefusal;
import org.personalbudget.ledger.statement.StatementRefusal.*;

/** What refusals about statements and the card programme say to people. */
final class StatementSentences {

    private StatementSentences() {}

    static Sentence of(StatementRefusal refusal) {
        return switch (refusal) {
            case StatementImportedAlready it ->
                say("This very file was imported before, as statement " + it.statement() + " of account " + it.account()
                        + " from " + it.from() + " to " + it.to() + ".");
            case StatementOfAnotherAccount it ->
                about(
                        "account",
                        "The file is of another account than the statements of " + it.account() + " before it.");
            case StatementEmpty it -> say("The file has neither a line nor a balance.");
            case StatementTooLong it ->
                say("A statement has at most " + it.most() + " lines; this one has " + it.lines() + ".");
            case StatementDoesNotAddUp it ->
                say("An opening balance of " + it.opening() + " and booked lines of " + it.booked() + " do not make "
                        + it.closing() + ", the closing balance.");
            case StatementLineInFuture it ->
                say("Line " + it.line() + " is booked on " + it.on() + ", which is after " + it.today() + ".");
            case StatementLineOutOfRange it ->
                say("The table of periods goes from " + it.first() + " to " + it.last() + " and does not have "
                        + it.on() + ", the date of line " + it.line() + ".");
            case StatementLineTwice it -> say("Line " + it.line() + " is there twice.");
            case UnknownStatement it -> say("There is no statement " + it.statement() + ".");
            case UnknownStatementLine it ->
                about("/line", "Statement " + it.statement() + " has not brought a line " + it.line() + ".");
            case StatementLineNotBooked it ->
                about(
                        "/line",
                        "Line " + it.line() + " is " + Words.of(it.status()) + ": only what is booked is matched.");
            case StatementLineMatchedAlready it ->
                about("/line", "Line " + it.line() + " is matched already, by " + it.rule() + ".");
            case StatementLineNotMatched it -> about("/line", "Line " + it.line() + " is not matched.");
            case MatchDoesNotAddUp it ->
                say("Line " + it.line() + " is over " + it.amount() + ", and what it is said to be is over "
                        + it.items() + ".");
        };
    }

    static Sentence of(CardProgrammeRefusal refusal) {
        return switch (refusal) {
            case FundingOfNothing it -> about("/amount", "A funding is not of " + it.amount() + ".");
            case FundingTooLarge it ->
                about("/amount", "A funding is at most " + it.limit() + "; " + it.amount() + " is not.");
            case FundingInFuture it ->
                about("/on", "What has moved has a date that has come: " + it.on() + " is after " + it.today() + ".");
            case FundingDateOutOfRange it ->
                about(
                        "/on",
                        "The table of periods goes from " + it.first() + " to " + it.last() + " and does not have "
                                + it.on() + ".");
        };
    }
}
