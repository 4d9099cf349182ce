package org.personalbudget.ledger.budget;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;

/** What can be asked about care that was given and not billed. */
public sealed interface AccrualCommand extends BudgetCommand {

    /** Let what has been ordered for a period and not billed count in it, before the period is closed. */
    record AccrueCare(BudgetId budget, PeriodId period) implements AccrualCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(Role.FINANCE_CONTROLLER, Role.SYSTEM);
        }
    }

    /**
     * Take back by hand what was accrued: no bill will come, or not so much.
     *
     * @param amount how much, or null for all that still counts
     */
    record ReverseAccrual(
            BudgetId budget,
            PeriodId period,
            LineId line,
            @Nullable Money amount,
            Note reason) implements AccrualCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(Role.FINANCE_CONTROLLER);
        }
    }
}
