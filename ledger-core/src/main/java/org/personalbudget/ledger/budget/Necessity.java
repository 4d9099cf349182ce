package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetCommand.DecideNecessity;
import org.personalbudget.ledger.budget.BudgetEvent.NecessityDecided;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.terms.Payee;

/** Close relatives may be paid only where, and for the days for which, the council has decided that it is necessary. */
final class Necessity {

    private Necessity() {}

    static Decision decide(DecideNecessity command, Budget budget, Circumstances at) {
        Optional<BudgetRefusal> refusal = first(
                () -> inTable("from", command.dates().first(), at),
                () -> inTable("to", command.dates().last(), at));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new NecessityDecided(
                budget.terms().budget(),
                at.now(),
                command.payee(),
                command.relationship(),
                command.purpose(),
                command.dates(),
                command.reason(),
                at.actor().id()));
    }

    /** Whether this payee needs no decision, or one decision covers all these days. */
    static boolean covers(Payee payee, LocalDate from, LocalDate to, Budget budget) {
        if (!payee.needsNecessity()) return true;
        return budget.necessities().stream()
                .anyMatch(decided ->
                        decided.dates().contains(from) && decided.dates().contains(to) && isAbout(decided, payee));
    }

    private static boolean isAbout(NecessityDecided decided, Payee payee) {
        if (decided.payee() != null) return decided.payee().equals(payee.ref());
        return decided.relationship() == payee.relationship();
    }
}
