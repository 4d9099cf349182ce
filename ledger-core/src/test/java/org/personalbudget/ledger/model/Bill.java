package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.invoice.InvoiceTerms;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.VisitId;

/** What the model knows of one invoice. */
final class Bill {

    final SupplierId supplier;
    final InvoiceNumber number;
    final InvoiceTerms terms;
    final ActorId enteredBy;
    final LocalDate dueOn;
    /** As it was found last. */
    List<Found> found = List.of();
    /** By line, what is asked for and settled in no way. */
    final Map<InvoiceLineId, BigDecimal> open = new LinkedHashMap<>();

    final List<Paying> payments = new ArrayList<>();
    BigDecimal credited = Sums.NIL;
    boolean held;
    boolean refused;

    Bill(SupplierId supplier, InvoiceNumber number, InvoiceTerms terms, ActorId enteredBy, LocalDate dueOn) {
        this.supplier = supplier;
        this.number = number;
        this.terms = terms;
        this.enteredBy = enteredBy;
        this.dueOn = dueOn;
    }

    /** What of a line is in order, and what it comes to. */
    record Found(
            InvoiceLine billed,
            @Nullable LineId line,
            DateRange service,
            BigDecimal units,
            BigDecimal cost,
            BigDecimal tax,
            BigDecimal rounding,
            BigDecimal disputed) {

        BigDecimal payable() {
            return cost.add(tax).add(rounding);
        }
    }

    /** Two suppliers may call a visit the same. */
    record VisitKey(SupplierId supplier, VisitId visit) {}

    /** What was delivered. */
    record Visited(LineId line, LocalDate on, int minutes) {}

    /** Units that were paid for, on some days of a plan line. */
    record Used(InvoiceLineId billed, @Nullable LineId line, DateRange service, BigDecimal units) {}

    /** One payment of it: how much it still pays, and for which units. */
    static final class Paying {
        final PaymentId payment;
        final List<Used> used = new ArrayList<>();
        BigDecimal amount;

        Paying(PaymentId payment, BigDecimal amount) {
            this.payment = payment;
            this.amount = amount;
        }
    }

    InvoiceId id() {
        return InvoiceId.of(supplier, number);
    }

    BigDecimal disputed() {
        return Sums.sum(open.values());
    }

    BigDecimal approved() {
        return Sums.sum(payments.stream().map(each -> each.amount).toList());
    }

    InvoiceStanding standing() {
        if (held) return InvoiceStanding.HELD;
        if (refused) return InvoiceStanding.REJECTED;
        boolean pays = approved().signum() > 0;
        if (disputed().signum() > 0) return pays ? InvoiceStanding.PART_APPROVED : InvoiceStanding.DISPUTED;
        if (pays) return InvoiceStanding.APPROVED;
        return credited.signum() > 0 ? InvoiceStanding.CREDITED : InvoiceStanding.REJECTED;
    }

    /** The units of a line that are paid for. */
    BigDecimal paidUnits(InvoiceLineId line) {
        BigDecimal sum = Sums.NIL;
        for (Paying each : payments) {
            for (Used used : each.used) if (used.billed().equals(line)) sum = sum.add(used.units());
        }
        return sum;
    }

    /** This much of what is not settled, line by line, in proportion. */
    Map<Found, BigDecimal> ofOpen(BigDecimal amount) {
        Map<Found, BigDecimal> parts = new LinkedHashMap<>();
        List<BigDecimal> amounts = Sums.apportion(amount, List.copyOf(open.values()));
        int i = 0;
        for (InvoiceLineId id : open.keySet()) {
            BigDecimal part = amounts.get(i++);
            if (part.signum() == 0) continue;
            for (Found each : found) if (each.billed().id().equals(id)) parts.put(each, part);
        }
        return parts;
    }

    void settle(Map<Found, BigDecimal> parts) {
        parts.forEach((line, part) -> {
            BigDecimal left = open.merge(line.billed().id(), part.negate(), BigDecimal::add);
            if (left.signum() <= 0) open.remove(line.billed().id());
        });
    }

    /** Whether another for the same would be one too many. */
    boolean stands() {
        InvoiceStanding now = standing();
        return now != InvoiceStanding.REJECTED && now != InvoiceStanding.CREDITED;
    }

    /** What is not in order, line by line; what the whole is off beyond its lines counts with the last. */
    void dispute(BigDecimal whole) {
        open.clear();
        BigDecimal left = whole;
        for (Found line : found) {
            BigDecimal part = Sums.atLeastNil(line.disputed().min(left));
            if (part.signum() > 0) open.merge(line.billed().id(), part, BigDecimal::add);
            left = left.subtract(part);
        }
        if (left.signum() > 0) open.merge(found.getLast().billed().id(), left, BigDecimal::add);
    }
}
