package org.personalbudget.ledger.budget;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.personalbudget.ledger.budget.InvoiceEvent.ActualsRecorded;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceAssessed;
import org.personalbudget.ledger.budget.InvoiceEvent.LapsedOrder;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.DeliveredVisit;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.VisitId;

/**
 * The invoices of a budget, and what is known to have been delivered.
 *
 * @param visits every delivered visit, by supplier
 * @param lapsed by line and service period, what was ordered and, as its supplier agreed or was told, will not be paid
 */
record Invoices(
        PMap<InvoiceId, Invoice> known, PMap<Invoices.Visit, DeliveredVisit> visits, PMap<LineBook.Key, Money> lapsed) {

    static final Invoices NONE = new Invoices(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** Two suppliers may call a visit the same. */
    record Visit(SupplierId supplier, VisitId visit) {}

    @Nullable
    Invoice find(InvoiceId id) {
        return known.get(id);
    }

    /** In a fixed order, those of a supplier that stand in the way of another for the same. */
    List<Invoice> standingOf(SupplierId supplier) {
        return known.values().stream()
                .filter(invoice ->
                        invoice.stands() && invoice.assessed().supplier().equals(supplier))
                .sorted(Comparator.comparing(
                        invoice -> invoice.assessed().invoice().value()))
                .toList();
    }

    /** What a supplier delivered on a plan line. */
    Set<DeliveredVisit> deliveredBy(SupplierId supplier, LineId line) {
        return visits.entrySet().stream()
                .filter(visit -> visit.getKey().supplier().equals(supplier))
                .map(java.util.Map.Entry::getValue)
                .filter(visit -> visit.line().equals(line))
                .collect(Collectors.toUnmodifiableSet());
    }

    Money lapsedOn(@Nullable LineId line, PeriodId period) {
        return lapsed.getOrDefault(new LineBook.Key(line, period), Money.ZERO);
    }

    /** However often it goes through the rules, the last time counts. */
    Invoices assess(InvoiceAssessed event) {
        return new Invoices(known.plus(event.invoice(), Invoice.entered(event)), visits, lapsed);
    }

    Invoices change(InvoiceId id, UnaryOperator<Invoice> change) {
        Invoice before = known.get(id);
        return before == null ? this : new Invoices(known.plus(id, change.apply(before)), visits, lapsed);
    }

    Invoices deliver(ActualsRecorded event) {
        PMap<Visit, DeliveredVisit> more = visits;
        for (DeliveredVisit visit : event.visits()) {
            more = more.plus(new Visit(event.supplier(), visit.visit()), visit);
        }
        return new Invoices(known, more, lapsed);
    }

    Invoices lapse(List<LapsedOrder> orders) {
        PMap<LineBook.Key, Money> more = lapsed;
        for (LapsedOrder order : orders) {
            var key = new LineBook.Key(order.line(), order.period());
            more = more.plus(key, more.getOrDefault(key, Money.ZERO).plus(order.amount()));
        }
        return new Invoices(known, visits, more);
    }
}
