package org.personalbudget.ledger.invoice;

import java.time.LocalDate;
import java.util.List;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;

/**
 * What an invoice asks for.
 *
 * @param service the days it is for
 * @param lines at least one
 * @param net the sum of the lines, as written
 * @param tax the VAT, as written
 * @param gross what is asked for, as written
 */
public record InvoiceTerms(
        LocalDate issuedOn, DateRange service, List<InvoiceLine> lines, Money net, Money tax, Money gross) {

    public InvoiceTerms {
        lines = List.copyOf(lines);
    }

    /** The days that one of its lines is for. */
    public DateRange serviceOf(InvoiceLine line) {
        return line.service() == null ? service : line.service();
    }
}
