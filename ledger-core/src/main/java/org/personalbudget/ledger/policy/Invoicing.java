package org.personalbudget.ledger.policy;

import java.util.Set;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Category;

/**
 * How closely an invoice has to fit, and when it is paid. What a line may be off stands in the policy itself.
 *
 * @param invoiceTolerance what an invoice as a whole may be off, in pence
 * @param invoiceToleranceShare the same in hundredths of a percent of the invoice; the lower of the two counts
 * @param hoursTolerance by how much units may be billed beyond what was delivered or authorised, in hundredths of a unit
 * @param dueDays how many days after an invoice was received it is due
 * @param actualsRequired for what delivered visits have to be known before anything is paid
 * @param standardVat the standard rate of VAT in hundredths of a percent
 * @param taxable for what VAT at the standard rate may be charged
 * @param recoversVat whether VAT on what the council itself buys is recovered, and so no cost of the budget
 */
public record Invoicing(
        Money invoiceTolerance,
        int invoiceToleranceShare,
        int hoursTolerance,
        int dueDays,
        Set<Category> actualsRequired,
        int standardVat,
        Set<Category> taxable,
        boolean recoversVat) {

    public Invoicing {
        actualsRequired = Set.copyOf(actualsRequired);
        taxable = Set.copyOf(taxable);
    }
}
