package org.personalbudget.ledger.budget;

import java.util.Comparator;
import org.personalbudget.ledger.budget.BudgetEvent.LineOverspent;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.LineId;

/** Law 5 afterwards: what takes away money that has been spent or ordered to date is not refused, but it is said. */
final class Overspends {

    private Overspends() {}

    /** Raises an exception for each line that a decision leaves further over than it was. */
    static void raise(Budget before, Draft draft, Circumstances at) {
        before.lines().figures().keySet().stream()
                .map(LineBook.Key::line)
                .filter(line -> line != null)
                .distinct()
                .sorted(Comparator.comparing(LineId::value))
                .forEach(line -> raise(line, before, draft, at));
    }

    private static void raise(LineId line, Budget before, Draft draft, Circumstances at) {
        PeriodId date = at.calendar().periodOf(at.today()).id();
        Headroom worst = Headroom.of(line, date, draft.budget(), at.policy());
        Money already = Headroom.of(line, date, before, at.policy()).exceededBy();
        if (worst.exceededBy().exceeds(already)) {
            draft.add(new LineOverspent(before.terms().budget(), at.now(), line, worst.period(), worst.exceededBy()));
        }
    }
}
