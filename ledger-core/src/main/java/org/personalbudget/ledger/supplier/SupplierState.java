package org.personalbudget.ledger.supplier;

import java.time.LocalDate;
import java.util.Optional;
import org.pcollections.PVector;
import org.personalbudget.ledger.supplier.SupplierEvent.SupplierRateSet;
import org.personalbudget.ledger.supplier.SupplierEvent.SupplierRegistered;
import org.personalbudget.ledger.terms.Category;

/** What a supplier has become. */
public sealed interface SupplierState {

    /** Nobody is registered under this id. */
    record NoSupplier() implements SupplierState {}

    /**
     * A supplier that exists.
     *
     * @param rates in the order in which they were agreed
     */
    record Supplier(SupplierRegistered registered, PVector<SupplierRateSet> rates) implements SupplierState {

        /** Whether any price of this category was ever agreed. */
        public boolean pricesBy(Category category) {
            return rates.stream().anyMatch(rate -> rate.category() == category);
        }

        /**
         * The rate in force on a day: of those that had started and not ended, the one that started last; the last
         * agreed among equals.
         */
        public Optional<SupplierRateSet> rateOn(Category category, LocalDate day) {
            SupplierRateSet inForce = null;
            for (SupplierRateSet rate : rates) {
                boolean covers = rate.category() == category && !rate.from().isAfter(day) && !endedBefore(rate, day);
                if (covers && (inForce == null || !rate.from().isBefore(inForce.from()))) inForce = rate;
            }
            return Optional.ofNullable(inForce);
        }

        private static boolean endedBefore(SupplierRateSet rate, LocalDate day) {
            return rate.to() != null && rate.to().isBefore(day);
        }
    }
}
