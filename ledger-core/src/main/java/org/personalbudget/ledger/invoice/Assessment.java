package org.personalbudget.ledger.invoice;

import java.util.List;
import org.personalbudget.ledger.money.Money;

/**
 * What the rules say to an invoice.
 *
 * @param lines what would be paid; of an invoice that is held or rejected nothing is paid yet, or ever
 * @param rounding what the invoice as a whole is off its lines, within tolerance, and paid
 */
public record Assessment(InvoiceStanding standing, List<Reason> reasons, List<AssessedLine> lines, Money rounding) {

    public Assessment {
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
    }

    /** Whether anything is to be paid now. */
    public boolean pays() {
        return standing == InvoiceStanding.APPROVED || standing == InvoiceStanding.PART_APPROVED;
    }

    /** What is paid now. */
    public Money approved() {
        return pays() ? payable() : Money.ZERO;
    }

    /** What is paid, now or when it is released. */
    public Money payable() {
        return lines.stream().map(AssessedLine::payable).reduce(rounding, Money::plus);
    }
}
