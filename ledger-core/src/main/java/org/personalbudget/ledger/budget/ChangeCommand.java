package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;

/** What can be asked in order to change the course of a budget. Dates may lie in the past or in the future. */
public sealed interface ChangeCommand extends BudgetCommand {

    /**
     * Stop paying for some lines, or for all of them, from a day on: in hospital after the policy's days in full, else at
     * once.
     *
     * @param lines the lines meant; empty means all, and what no line has planned
     */
    record SuspendBudget(
            BudgetId budget,
            LocalDate from,
            List<LineId> lines,
            SuspensionReason reason,
            @Nullable Note note) implements ChangeCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /** Pay again from a day on: ends every suspension that is open on it. */
    record ResumeBudget(BudgetId budget, LocalDate from) implements ChangeCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /** End the budget; {@code on} is its last day. */
    record EndBudget(
            BudgetId budget,
            LocalDate on,
            EndReason reason,
            @Nullable Note note) implements ChangeCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /** The person has died; the day of death is the last day of the budget. */
    record RecordDeath(BudgetId budget, LocalDate on) implements ChangeCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER, PAYMENTS_OFFICER);
        }
    }

    /** From a day on, another account of another kind takes the place of this one, and of the lines it pays for. */
    record MoveAccount(
            BudgetId budget,
            AccountId account,
            AccountKind kind,
            ContributionMethod method,
            @Nullable PersonRef holder,
            LocalDate from)
            implements ChangeCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PRACTITIONER);
        }
    }

    /** Money has moved from one account of the budget to another. */
    record RecordTransfer(BudgetId budget, AccountId from, AccountId to, Money amount, LocalDate on)
            implements ChangeCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER);
        }
    }

    /** Call an instalment off that has not been handed to the bank yet. */
    record CancelInstalment(BudgetId budget, PaymentId payment) implements ChangeCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_OFFICER);
        }
    }

    /**
     * Propose a plan with a higher price of one unit on the lines of a category, and a budget that is higher by as much.
     *
     * @param basisPoints the rise in hundredths of a percent, or null where the new price is given
     * @param rate the new price of one unit, or null where the rise is given
     */
    record UpliftRates(
            BudgetId budget,
            BatchId batch,
            Category category,
            @Nullable Integer basisPoints,
            @Nullable Money rate,
            LocalDate from)
            implements ChangeCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER);
        }
    }

    /** Propose a lower budget; nothing changes until it is decided on a reassessment of its own. */
    record ProposeCut(BudgetId budget, BatchId batch, int basisPoints) implements ChangeCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER);
        }
    }
}
