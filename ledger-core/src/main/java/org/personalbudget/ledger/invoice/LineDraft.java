package org.personalbudget.ledger.invoice;

import org.personalbudget.ledger.invoice.Reason.AmountFigures;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Units;

/**
 * What is in order of a line so far.
 *
 * @param units of the quantity
 * @param net before VAT
 * @param rounding what is billed beside it, within the tolerance of a line; may be negative
 */
record LineDraft(LineCase line, Units units, Money net, Money rounding) {

    InvoiceLine billed() {
        return line.billed();
    }

    /** What is paid of it before VAT. */
    Money paid() {
        return net.plus(rounding);
    }

    LineDraft cutTo(Money less) {
        return new LineDraft(line, units, less, Money.ZERO);
    }

    /** Without what is billed beyond the exact price; less than the exact price is taken as it is. */
    LineDraft unrounded() {
        return new LineDraft(line, units, net.min(paid()), Money.ZERO);
    }

    /** This far from being in order. */
    static AmountFigures off(Money amount, Money limit, Money tolerance) {
        return new AmountFigures(amount, limit, tolerance);
    }
}
