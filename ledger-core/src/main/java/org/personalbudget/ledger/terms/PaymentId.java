package org.personalbudget.ledger.terms;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.StreamId;

/** One instruction to pay. Its id is derived from what is paid, so that nothing is ever paid twice. */
public record PaymentId(UUID value) {

    /** A regular instalment: one for each account and service period. */
    public static PaymentId regular(BudgetId budget, AccountId account, PeriodId period) {
        return named("regular/" + budget + "/" + account + "/" + period);
    }

    /** A one-off instalment: one for each request. */
    public static PaymentId oneOff(BudgetId budget, CommandId request) {
        return named("one-off/" + budget + "/" + request.value());
    }

    /** What a decision adds to a period that was paid before: one for each account, period and decision. */
    public static PaymentId adjustment(BudgetId budget, AccountId account, PeriodId period, CommandId decision) {
        return named("adjustment/" + budget + "/" + account + "/" + period + "/" + decision.value());
    }

    /** A contribution paid back: one for each request. */
    public static PaymentId refund(BudgetId budget, CommandId request) {
        return named("refund/" + budget + "/" + request.value());
    }

    /** A provider's invoice: one payment, whichever budget it is paid from. */
    public static PaymentId invoice(SupplierId supplier, InvoiceNumber invoice) {
        return named("invoice/" + supplier + "/" + invoice.normalised());
    }

    /** A later payment of an invoice, of what was disputed at first or is paid by somebody else; the first is 1. */
    public static PaymentId invoice(SupplierId supplier, InvoiceNumber invoice, int number) {
        if (number == 1) return invoice(supplier, invoice);
        return named("invoice/" + supplier + "/" + invoice.normalised() + "/" + number);
    }

    /** A provider payment without an invoice: one for each request. */
    public static PaymentId withoutInvoice(BudgetId budget, CommandId request) {
        return named("provider/" + budget + "/" + request.value());
    }

    private static PaymentId named(String name) {
        return new PaymentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    public StreamId stream() {
        return new StreamId("payment", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
