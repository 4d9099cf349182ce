package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Refusal.Nature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;

/** Every reason for which money does not go out with a run. */
public sealed interface PayoutRefusal extends BudgetRefusal {

    /** Nobody has asked whether the person is alive. */
    record NoDeathQuery(BudgetId budget) implements PayoutRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** It is not the attempt and the amount that were approved. */
    record PaymentHasChanged(PaymentId payment, Money approved, Money amount) implements PayoutRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** These are not approved, or not any more. */
    record DetailsNotPaidTo(BankPayee payee, int version) implements PayoutRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    record PersonHasDied(LocalDate on) implements PayoutRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** The bank says that somebody has died, and nobody has found out yet. */
    record DeathIsQueried(PaymentId payment) implements PayoutRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** Nothing of this budget is paid for today. */
    record PaymentsAreSuspended(LocalDate on) implements PayoutRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }
}
