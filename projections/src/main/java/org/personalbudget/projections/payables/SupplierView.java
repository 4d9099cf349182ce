package org.personalbudget.projections.payables;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.supplier.SupplierKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;

/**
 * A supplier with every rate that was set, in the order they were.
 *
 * @param position where it was recorded; lists are in this order
 */
public record SupplierView(
        SupplierId supplierId, SupplierRef supplierRef, SupplierKind kind, long position, List<Rate> rates) {

    /** The price of one unit, from a day to a day inclusive, or until further notice. */
    public record Rate(
            Category category,
            Money rate,
            LocalDate from,
            @Nullable LocalDate to) {}
}
