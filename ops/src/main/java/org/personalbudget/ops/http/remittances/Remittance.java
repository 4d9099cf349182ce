package org.personalbudget.ops.http.remittances;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.payments.remittance.RemittanceAdvice;
import org.personalbudget.projections.payables.PaymentView.Standing;

/**
 * A payment to a supplier, explained.
 *
 * @param from who pays
 * @param reference what the supplier's bank statement says, once it was handed to the bank
 * @param dueOn by when it is to be paid
 * @param paidOn when it left the bank, if it has
 */
@Schema(name = "Remittance")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Remittance(
        PaymentId paymentId,
        SupplierId supplierId,
        String supplierRef,
        String from,
        Standing status,
        Money amount,
        @Nullable String reference,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate paidOn,
        List<Item> invoices) {

    /**
     * An invoice that it pays.
     *
     * @param approved what of it this payment pays
     * @param disputed what of it is in dispute, as things stand
     */
    @Schema(name = "RemittedInvoice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            InvoiceId invoiceId,
            String number,
            BudgetId budgetId,
            @Nullable LocalDate serviceFrom,
            @Nullable LocalDate serviceTo,
            Money billed,
            Money approved,
            Money disputed,
            List<Reason> reasons) {}

    /** Why something is not paid as billed. */
    @Schema(name = "RemittanceReason")
    record Reason(String code, String detail) {}

    RemittanceAdvice advice() {
        return new RemittanceAdvice(
                from,
                supplierRef,
                paymentId.toString(),
                reference,
                dueOn,
                paidOn,
                amount,
                invoices.stream().map(Remittance::item).toList());
    }

    private static RemittanceAdvice.Item item(Item it) {
        return new RemittanceAdvice.Item(
                it.number(),
                it.budgetId().toString(),
                it.serviceFrom() == null || it.serviceTo() == null
                        ? null
                        : new DateRange(it.serviceFrom(), it.serviceTo()),
                it.billed(),
                it.approved(),
                it.disputed(),
                it.reasons().stream()
                        .map(reason -> new RemittanceAdvice.Reason(reason.code(), reason.detail()))
                        .toList());
    }
}
