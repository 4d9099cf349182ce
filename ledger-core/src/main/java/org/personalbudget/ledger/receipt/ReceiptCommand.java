package org.personalbudget.ledger.receipt;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.ReceiptId;

/** Everything that can be asked of a receipt itself; what it is for is decided by the budget it is for. */
public sealed interface ReceiptCommand extends Command {

    ReceiptId receipt();

    @Override
    default StreamId stream() {
        return receipt().stream();
    }

    /**
     * Money has come, and nobody knows yet what for.
     *
     * @param on the day the bank has it
     * @param reference what the payer quoted
     */
    record RecordReceipt(
            ReceiptId receipt,
            Money amount,
            LocalDate on,
            @Nullable Note reference) implements ReceiptCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(Role.RECONCILER, Role.SYSTEM);
        }
    }

    /** It was no receipt: a statement had been read wrongly. Only while none of it has been allocated. */
    record WithdrawReceipt(ReceiptId receipt) implements ReceiptCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(Role.RECONCILER, Role.SYSTEM);
        }
    }
}
