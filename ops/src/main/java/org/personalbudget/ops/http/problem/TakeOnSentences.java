package org.personalbudget.ops.http.problem;

import static org.personalbudget.ops.http.problem.Sentence.say;

import org.personalbudget.ledger.budget.TakeOnRefusal;
import org.personalbudget.ledger.budget.TakeOnRefusal.*;

/** What refusals about budgets from an old system say to people. */
final class TakeOnSentences {

    private TakeOnSentences() {}

    static Sentence of(TakeOnRefusal refusal) {
        return switch (refusal) {
            case PreparerMayNotApprove it ->
                say(it.actor().value() + " prepared batch " + it.batch() + ", and nobody approves what they prepared.");
            case BudgetAlreadyTakenOn it -> say("Budget " + it.budget() + " is there already.");
            case NoAccountsTaken it -> say("A budget comes with at least one account.");
            case SourceNotOfBudget it ->
                say("An account of this budget cannot hold money of " + it.source()
                        + ": it holds its funders' money, under NET the person's contribution, and own money.");
            case ItemNotOfBudget it ->
                say("This budget does not wait for a " + Words.of(it.kind()) + " of " + it.funder() + ".");
        };
    }
}
