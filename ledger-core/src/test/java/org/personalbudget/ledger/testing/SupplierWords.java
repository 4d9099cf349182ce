package org.personalbudget.ledger.testing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.supplier.SupplierCommand.RegisterSupplier;
import org.personalbudget.ledger.supplier.SupplierCommand.SetSupplierRate;
import org.personalbudget.ledger.supplier.SupplierKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;

/** What can be asked of suppliers. */
public final class SupplierWords {

    private static final SupplierRef AGENCY_REF = new SupplierRef("AG-17");
    public static final SupplierId AGENCY = SupplierId.of(AGENCY_REF);
    private static final SupplierRef OTHER_REF = new SupplierRef("AG-18");
    public static final SupplierId OTHER_AGENCY = SupplierId.of(OTHER_REF);

    private SupplierWords() {}

    public static Request registerAgency() {
        return Request.of(new RegisterSupplier(AGENCY_REF, SupplierKind.AGENCY));
    }

    public static Request registerOtherAgency() {
        return Request.of(new RegisterSupplier(OTHER_REF, SupplierKind.AGENCY));
    }

    /** The agency's price of an hour of home care. */
    public static Request rate(String rate, String from, @Nullable String to) {
        return rate(Category.HOME_CARE, rate, from, to);
    }

    public static Request rate(Category category, String rate, String from, @Nullable String to) {
        return Request.of(new SetSupplierRate(
                AGENCY, category, Money.of(rate), LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
    }
}
