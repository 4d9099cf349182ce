package org.personalbudget.ops.http.remittances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.invoice.Effect;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payrun.EndToEnd;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ops.http.invoices.ReasonSentences;
import org.personalbudget.ops.http.remittances.Remittance.Item;
import org.personalbudget.ops.http.remittances.Remittance.Reason;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.invoices.InvoiceQuery;
import org.personalbudget.projections.invoices.InvoiceView;
import org.personalbudget.projections.invoices.InvoiceView.Finding;
import org.personalbudget.projections.invoices.InvoiceView.PaidBy;
import org.personalbudget.projections.payables.PaymentQuery;
import org.personalbudget.projections.payables.PaymentView;
import org.personalbudget.projections.payables.PaymentView.Standing;
import org.personalbudget.projections.payables.SupplierQuery;

/** Puts payments to suppliers and the invoices that they pay together. */
public final class Remittances {

    private static final Set<Standing> PAID = EnumSet.of(Standing.LEFT_BANK, Standing.CREDITED, Standing.SETTLED);
    private static final Set<Standing> WITH_THE_BANK =
            EnumSet.of(Standing.SUBMITTED, Standing.LEFT_BANK, Standing.CREDITED, Standing.SETTLED, Standing.RETURNED);

    private final PaymentQuery payments;
    private final InvoiceQuery invoices;
    private final SupplierQuery suppliers;
    private final String payer;

    /** @param payer who pays, as suppliers know them */
    public Remittances(PaymentQuery payments, InvoiceQuery invoices, SupplierQuery suppliers, String payer) {
        this.payments = payments;
        this.invoices = invoices;
        this.suppliers = suppliers;
        this.payer = payer;
    }

    /** A payment explained, if it is one to a supplier. */
    Optional<Remittance> find(PaymentId payment) {
        return payments.find(payment)
                .filter(it -> it.supplierId() != null && it.standing() != Standing.HELD)
                .map(this::explained);
    }

    /** A supplier's payments explained, in the order they were first recorded. */
    Listed<Remittance> of(SupplierId supplier, long after, int limit) {
        Listed<PaymentView> page = payments.ofSupplier(supplier, after, limit);
        return new Listed<>(page.items().stream().map(this::explained).toList(), page.next());
    }

    private Remittance explained(PaymentView payment) {
        SupplierId supplier = payment.supplierId();
        if (supplier == null) throw new IllegalStateException("payment " + payment.paymentId() + " is to no supplier");
        Optional<InvoiceView> invoice =
                Optional.ofNullable(payment.invoice()).flatMap(number -> invoices.find(InvoiceId.of(supplier, number)));
        return new Remittance(
                payment.paymentId(),
                supplier,
                suppliers.find(supplier).map(it -> it.supplierRef().value()).orElse(""),
                payer,
                payment.standing(),
                payment.amount(),
                reference(payment),
                invoice.map(InvoiceView::dueOn).orElse(null),
                paidOn(payment),
                invoice.map(it -> List.of(item(it, payment))).orElse(List.of()));
    }

    private static @Nullable String reference(PaymentView payment) {
        boolean sent = payment.channel() == Channel.BANK && WITH_THE_BANK.contains(payment.standing());
        return sent ? EndToEnd.bacsReferenceOf(payment.paymentId(), payment.attempt()) : null;
    }

    private static @Nullable LocalDate paidOn(PaymentView payment) {
        return PAID.contains(payment.standing()) ? payment.standingOn() : null;
    }

    private static Item item(InvoiceView invoice, PaymentView payment) {
        return new Item(
                invoice.invoiceId(),
                invoice.number().value(),
                invoice.budgetId(),
                invoice.serviceFrom(),
                invoice.serviceTo(),
                invoice.gross(),
                payment.amount(),
                invoice.disputed(),
                reasons(invoice.forItsSupplier(), payment));
    }

    private static List<Reason> reasons(InvoiceView invoice, PaymentView payment) {
        List<Reason> reasons = new ArrayList<>();
        for (Finding each : invoice.reasons()) {
            if (each.effect() != Effect.NOTES)
                reasons.add(new Reason(each.code().name(), ReasonSentences.of(each)));
        }
        if (invoice.credited().isPositive()) {
            reasons.add(new Reason("CREDITED", "Credit notes have taken " + invoice.credited() + " of it back."));
        }
        if (invoice.declined().isPositive()) {
            reasons.add(new Reason("DECLINED", invoice.declined() + " of it was declined and will not be paid."));
        }
        for (PaidBy other : invoice.payments()) {
            if (other.paymentId().equals(payment.paymentId())) continue;
            String words = other.amount() + " of it is paid by payment " + other.paymentId() + ".";
            reasons.add(new Reason("PAID_APART", words));
        }
        return reasons;
    }
}
