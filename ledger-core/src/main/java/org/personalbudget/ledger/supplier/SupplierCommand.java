package org.personalbudget.ledger.supplier;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;

/** Everything that can be asked of a supplier. */
public sealed interface SupplierCommand extends Command {

    SupplierId supplier();

    @Override
    default StreamId stream() {
        return supplier().stream();
    }

    @Override
    default Set<Role> permitted() {
        return Set.of(Role.INVOICE_OFFICER);
    }

    /** Take a supplier on. */
    record RegisterSupplier(SupplierRef ref, SupplierKind kind) implements SupplierCommand {
        @Override
        public SupplierId supplier() {
            return SupplierId.of(ref);
        }
    }

    /** Agree a price of one unit from a day on; without a last day, until further notice. */
    record SetSupplierRate(
            SupplierId supplier,
            Category category,
            Money rate,
            LocalDate from,
            @Nullable LocalDate to) implements SupplierCommand {}
}
