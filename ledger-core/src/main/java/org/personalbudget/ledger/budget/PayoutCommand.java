package org.personalbudget.ledger.budget;

import java.util.Set;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;

/** What can be asked about what keeps money from going out. */
public sealed interface PayoutCommand extends BudgetCommand {

    /** The bank said that somebody has died, and it is not so: money may go out again. */
    record DismissDeathQuery(BudgetId budget, Note reason) implements PayoutCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(Role.PRACTITIONER);
        }
    }
}
