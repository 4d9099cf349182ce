package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Role.*;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** What can be asked about money that comes back from suppliers, or comes to the council unidentified. */
public sealed interface RecoveryCommand extends BudgetCommand {

    /** A supplier owes back some of a payment. */
    record RecordSupplierRefund(BudgetId budget, PaymentId payment, Money amount) implements RecoveryCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(INVOICE_OFFICER);
        }
    }

    /**
     * The supplier has paid back.
     *
     * @param account the account it was paid from, if the money came there; null for the council's bank
     * @param amount how much, or null for all that is outstanding
     */
    record ReceiveSupplierRefund(
            BudgetId budget,
            SupplierRefundId refund,
            @Nullable AccountId account,
            @Nullable Money amount,
            LocalDate on) implements RecoveryCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER, SYSTEM);
        }
    }

    /**
     * A receipt was for something that this budget waits for.
     *
     * @param id which reclaim, refund or recharge; not for a contribution
     * @param amount how much, or null for as much as there is and is waited for
     */
    record AllocateReceipt(
            BudgetId budget,
            ReceiptId receipt,
            ReceiptTarget to,
            @Nullable UUID id,
            @Nullable Money amount) implements RecoveryCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(RECONCILER);
        }
    }
}
