package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.PersonRef;

/** A budget comes over from an old system, as it stands there. */
public sealed interface TakeOnCommand extends BudgetCommand {

    /**
     * Take on a budget with its plan, accounts, balances and open items, all at once.
     *
     * @param prepared who prepared the batch; whoever asks for this is somebody else
     * @param aftercare whether it is aftercare under section 117 of the Mental Health Act 1983, which is never charged for
     * @param on the day of the take-on: the plan is in force, and the accounts are open, from it
     */
    record TakeOnBudget(
            BudgetId budget,
            BatchId batch,
            ActorId prepared,
            LocalDate on,
            PersonRef person,
            CareGroup careGroup,
            boolean aftercare,
            Money weekly,
            List<FunderShare> funders,
            RiskTier riskTier,
            List<Outcome> outcomes,
            List<PlanLine> lines,
            @Nullable Money contribution,
            List<TakenAccount> accounts,
            List<OpenItem> items)
            implements TakeOnCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER);
        }
    }
}
