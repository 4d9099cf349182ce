package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.LineOverspent;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.JudgementEvent.VirementNotified;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SpendId;

/** A spend that has been accepted may take a line further than was planned: it is not refused, but it is said. */
final class Excess {

    private static final int WHOLE = 100;

    private Excess() {}

    /**
     * Says what the facts of this draft have taken beyond a line, if anything.
     *
     * @param line what the spend counts on, or null if it is on no line
     */
    static void raise(
            SpendId spend, @Nullable LineId line, PeriodId period, Budget before, Draft draft, Circumstances at) {
        if (line == null) return;
        overspent(line, period, before, draft, at);
        vired(spend, line, period, before, draft, at);
    }

    /** Law 5: beyond the flex in force as well. */
    private static void overspent(LineId line, PeriodId period, Budget before, Draft draft, Circumstances at) {
        Headroom worst = Headroom.of(line, period, draft.budget(), at.policy());
        Money already = Headroom.of(line, period, before, at.policy()).exceededBy();
        if (worst.exceededBy().exceeds(already)) {
            draft.add(new LineOverspent(before.terms().budget(), at.now(), line, worst.period(), worst.exceededBy()));
        }
    }

    /** More of what other lines leave unused than the policy lets pass in silence. */
    private static void vired(
            SpendId spend, LineId line, PeriodId period, Budget before, Draft draft, Circumstances at) {
        LineBook lines = draft.budget().lines();
        Money vired = lines.vired(line, period);
        if (!vired.exceeds(before.lines().vired(line, period))) return;
        Money allocated = lines.at(line, period).allocated();
        int percent = at.policy().querying().noticePercent();
        if (vired.pence() * WHOLE <= allocated.pence() * percent) return;
        draft.add(new VirementNotified(before.terms().budget(), at.now(), spend, line, period, vired, allocated));
    }
}
