package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.terms.RechargeId;

/** What can be asked about who pays for a budget. */
public sealed interface FundingCommand extends BudgetCommand {

    /** From a day on, past or future, the funders bear other shares. */
    record ChangeFunders(BudgetId budget, LocalDate from, List<FunderShare> funders, Note reason)
            implements FundingCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER);
        }
    }

    /** A co-funder has paid in advance. */
    record RecordFunderAdvance(BudgetId budget, Funder funder, Money amount, LocalDate on) implements FundingCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER, RECONCILER);
        }
    }

    /** Settle a recharge from what its funder has paid in advance; without an amount, as far as that reaches. */
    record UseFunderAdvance(
            BudgetId budget, RechargeId recharge, @Nullable Money amount) implements FundingCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER);
        }
    }

    /** Ask a co-funder for less than before. */
    record ReduceRecharge(BudgetId budget, RechargeId recharge, Money amount, Note reason) implements FundingCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER);
        }
    }

    /** Put money of an account into a pool that this budget is a member of, for one of its lines. */
    record PayIntoPool(BudgetId budget, PoolId pool, AccountId account, LineId line, Money amount, LocalDate on)
            implements FundingCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER);
        }
    }

    /**
     * A pool has given unspent money of this budget back to the account it came from; without an amount, all there is of
     * the line. A budget that has ended, or is no member any more, gets its money back as well.
     */
    record PayBackFromPool(
            BudgetId budget,
            PoolId pool,
            AccountId account,
            LineId line,
            @Nullable Money amount,
            LocalDate on) implements FundingCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER);
        }
    }
}
