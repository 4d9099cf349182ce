package org.personalbudget.ops.sample;

import java.util.List;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.supplier.SupplierKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;

/**
 * A supplier of the sample council.
 *
 * @param rate pence an hour
 */
record SampleSupplier(String ref, SupplierKind kind, Category category, Money rate) {

    /** The first is the one that the demo user {@code provider} signs in as. */
    static final List<SampleSupplier> ALL = List.of(
            agency("provider", "22.00"),
            agency("agency-brook", "21.40"),
            agency("agency-heath", "23.15"),
            agency("agency-mill", "22.60"),
            new SampleSupplier("micro-anchor", SupplierKind.MICRO, Category.HOME_CARE, Money.of("18.75")),
            new SampleSupplier("micro-beacon", SupplierKind.MICRO, Category.HOME_CARE, Money.of("19.20")));

    private static SampleSupplier agency(String ref, String rate) {
        return new SampleSupplier(ref, SupplierKind.AGENCY, Category.HOME_CARE, Money.of(rate));
    }

    SupplierId id() {
        return SupplierId.of(new SupplierRef(ref));
    }
}
