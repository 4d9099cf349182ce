package org.personalbudget.ledger.supplier;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.UniqueTag;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;

/** Everything that can happen to a supplier. */
public sealed interface SupplierEvent extends Event {

    SupplierId supplier();

    @Override
    default StreamId stream() {
        return supplier().stream();
    }

    /** A supplier may be paid from now on. */
    record SupplierRegistered(SupplierId supplier, When when, SupplierRef ref, SupplierKind kind)
            implements SupplierEvent {
        @Override
        public Set<UniqueTag> claims() {
            return Set.of(new UniqueTag("supplier-ref", ref.value()));
        }
    }

    /**
     * The price of one unit of a category, for some days.
     *
     * @param from the first day
     * @param to the last day, or null for until further notice
     */
    record SupplierRateSet(
            SupplierId supplier,
            When when,
            Category category,
            Money rate,
            LocalDate from,
            @Nullable LocalDate to) implements SupplierEvent {}
}
