package org.personalbudget.payments.remittance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;

/**
 * A payment to a supplier, explained. The person whose care it pays for is named by the order only.
 *
 * @param payer who pays
 * @param supplier the supplier's reference
 * @param payment the id of the payment
 * @param reference what the supplier's bank statement says, once it was handed to the bank
 * @param dueOn by when it is to be paid
 * @param paidOn when it left the bank, if it has
 * @param amount what is paid
 * @param invoices what it is for
 */
public record RemittanceAdvice(
        String payer,
        String supplier,
        String payment,
        @Nullable String reference,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate paidOn,
        Money amount,
        List<Item> invoices) {

    public RemittanceAdvice {
        invoices = List.copyOf(invoices);
    }

    /**
     * An invoice in it.
     *
     * @param number as the supplier wrote it, or as the ledger keeps it
     * @param order the budget on which it was ordered
     * @param service the days it is for, where it says them
     * @param billed what it asks for
     * @param approved what of it is paid
     * @param disputed what of it is not, as things stand
     * @param reasons why, for whatever is not paid as billed
     */
    public record Item(
            String number,
            String order,
            @Nullable DateRange service,
            Money billed,
            Money approved,
            Money disputed,
            List<Reason> reasons) {

        public Item {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why something was not paid as billed.
     *
     * @param code as the answer to the invoice named it
     * @param words a sentence with the figures
     */
    public record Reason(String code, String words) {}
}
