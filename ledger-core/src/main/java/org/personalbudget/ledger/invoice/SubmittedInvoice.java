package org.personalbudget.ledger.invoice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;

/**
 * An invoice or a credit note as its supplier wrote it, whatever the format. Nothing in it is checked against the ledger,
 * and nothing of it is an event as it stands.
 *
 * @param place where in the file it stands, such as {@code line 12}; the document itself in a file with one
 * @param number as the supplier writes it
 * @param corrects the number of the invoice that a credit note takes back, as written
 * @param supplier the supplier's reference or id, as written
 * @param order the budget on which it was ordered, as written
 * @param dueOn when the supplier would like the money; the ledger goes by its policy
 * @param currency ISO 4217
 * @param service the days it is for
 * @param lines at least one, in the order of the file
 * @param net the sum of the lines before VAT, as written
 * @param tax the VAT, as written
 * @param gross what is asked for, as written
 */
public record SubmittedInvoice(
        String place,
        DocumentKind kind,
        String number,
        @Nullable String corrects,
        String supplier,
        String order,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        String currency,
        DateRange service,
        List<SubmittedLine> lines,
        Money net,
        Money tax,
        Money gross) {

    public SubmittedInvoice {
        lines = List.copyOf(lines);
    }
}
