package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.ReliefId;

/** What can be asked in order to get public money back, or to let it go. */
public sealed interface ReclaimCommand extends BudgetCommand {

    /**
     * Give notice that money in an account is to be paid back.
     *
     * @param amount how much, or null for all that the policy lets be reclaimed
     * @param payer who is to pay, or null for the account's holder
     * @param payBy the last day to pay, or null for the policy's time
     */
    record GiveReclaimNotice(
            BudgetId budget,
            AccountId account,
            ReclaimKind kind,
            @Nullable Money amount,
            Note reasons,
            @Nullable PersonRef payer,
            @Nullable LocalDate payBy)
            implements ReclaimCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER);
        }
    }

    /** Ask for the demand to be looked at again. */
    record AskReconsideration(BudgetId budget, ReclaimId reclaim, Note grounds) implements ReclaimCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(ACCOUNT_HOLDER, PRACTITIONER);
        }
    }

    /** Answer that request: the amount that is still to be paid back, zero for none. Never who gave the notice. */
    record DecideReconsideration(BudgetId budget, ReclaimId reclaim, Money amount, Note reason)
            implements ReclaimCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PANEL);
        }
    }

    /** Make the demand final, after the time for reconsideration. Never who gave the notice. */
    record DecideReclaim(BudgetId budget, ReclaimId reclaim) implements ReclaimCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER);
        }
    }

    /**
     * Take a notice back before it is decided, because it was wrong or the account no longer holds the money. Also by who
     * gave it: nothing is taken from anybody.
     */
    record WithdrawReclaimNotice(BudgetId budget, ReclaimId reclaim, Note reason) implements ReclaimCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER, FINANCE_CONTROLLER);
        }
    }

    /**
     * Money of a reclaim has come.
     *
     * @param payment for {@link ReclaimRoute#INSTALMENT}, the instalment it is kept back from
     */
    record ReceiveReclaim(
            BudgetId budget,
            ReclaimId reclaim,
            @Nullable Money amount,
            LocalDate on,
            ReclaimRoute route,
            @Nullable PaymentId payment)
            implements ReclaimCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER, FINANCE_CONTROLLER, SYSTEM);
        }
    }

    /**
     * Propose to let an amount go.
     *
     * @param reclaim for {@link ReliefOf#RECLAIM}, the reclaim
     * @param account for {@link ReliefOf#ACCOUNT}, the account that keeps its money
     */
    record ProposeRelief(
            BudgetId budget,
            ReliefKind kind,
            ReliefOf of,
            @Nullable ReclaimId reclaim,
            @Nullable AccountId account,
            Money amount,
            Note reason)
            implements ReclaimCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER, PRACTITIONER, FINANCE_CONTROLLER);
        }
    }

    /** Agree to it: the controller up to the policy's limit, the panel above. Never who proposed it. */
    record ApproveRelief(BudgetId budget, ReliefId relief) implements ReclaimCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER, PANEL);
        }
    }

    /** Turn it down. */
    record RejectRelief(BudgetId budget, ReliefId relief, Note reason) implements ReclaimCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(FINANCE_CONTROLLER, PANEL);
        }
    }
}
