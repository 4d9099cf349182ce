package org.personalbudget.ledger.supplier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;

/** Every reason for which a supplier's stream says no. */
public sealed interface SupplierRefusal extends Refusal {

    record NoSuchSupplier(SupplierId supplier) implements SupplierRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    record SupplierAlreadyRegistered(SupplierId supplier, SupplierRef ref) implements SupplierRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    record RateNotPositive(Money rate) implements SupplierRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }

    record RateTooLarge(Money rate, Money limit) implements SupplierRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }

    record RateEndsBeforeItStarts(LocalDate from, LocalDate to) implements SupplierRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }

    record RateDateOutOfRange(LocalDate date, LocalDate first, LocalDate last) implements SupplierRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }

    /** A rate from the same day on is in force already, with another price. */
    record RateAlreadySet(
            Category category, LocalDate from, @Nullable LocalDate to, Money rate) implements SupplierRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }
}
