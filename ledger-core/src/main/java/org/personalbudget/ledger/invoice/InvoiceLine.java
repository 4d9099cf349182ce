package org.personalbudget.ledger.invoice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ledger.terms.VisitId;

/**
 * A line as it was billed.
 *
 * @param planLine the plan line it was ordered on; null for the only one ordered from that supplier
 * @param rate for one unit, before VAT
 * @param net before VAT
 * @param vatBasisPoints the rate of VAT in hundredths of a percent
 * @param service the days it is for; null for those of the invoice
 * @param visits which visits it bills, where the supplier names them
 */
public record InvoiceLine(
        InvoiceLineId id,
        @Nullable LineId planLine,
        Units quantity,
        Money rate,
        Money net,
        VatCategory vat,
        int vatBasisPoints,
        @Nullable DateRange service,
        List<VisitId> visits) {

    public InvoiceLine {
        visits = List.copyOf(visits);
    }
}
