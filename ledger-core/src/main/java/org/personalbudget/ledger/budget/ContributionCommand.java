package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Role.*;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;

/** What can be asked about a person's contribution, beside assessing, raising and receiving it. */
public sealed interface ContributionCommand extends BudgetCommand {

    /** Pay back what the person has contributed too much; without an amount, all of it. */
    record RefundContribution(BudgetId budget, @Nullable Money amount) implements ContributionCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(CONTRIBUTIONS_OFFICER);
        }
    }
}
