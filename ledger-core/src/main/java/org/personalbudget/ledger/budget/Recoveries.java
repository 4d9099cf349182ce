package org.personalbudget.ledger.budget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundDue;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/**
 * What can be taken back of what providers were paid, and what suppliers owe.
 *
 * @param paid by payment and plan line, what has not been taken back
 * @param owed by refund, what is still to come
 */
record Recoveries(PMap<PaymentId, PVector<Recoveries.Paid>> paid, PMap<SupplierRefundId, Recoveries.Owed> owed) {

    static final Recoveries NONE = new Recoveries(HashTreePMap.empty(), HashTreePMap.empty());

    /** What is left of one line of a payment, by service period. */
    record Paid(
            SupplierId supplier,
            LineId line,
            @Nullable OutcomeId outcome,
            Category category,
            @Nullable AccountId account,
            @Nullable AccountKind kind,
            List<RefundPortion> portions) {

        Money left() {
            return portions.stream().map(RefundPortion::amount).reduce(Money.ZERO, Money::plus);
        }

        /** This much of what is left, in proportion to what is left of each service period. */
        List<RefundPortion> part(Money amount, Funder lead) {
            List<Money> amounts = Shares.split(
                    amount,
                    portions.stream().map(portion -> portion.amount().pence()).toList());
            List<RefundPortion> parts = new ArrayList<>();
            for (int i = 0; i < portions.size(); i++) {
                if (!amounts.get(i).isZero()) parts.add(portions.get(i).part(amounts.get(i), lead));
            }
            return parts;
        }

        /** The same line with this much of what is left of it. */
        Paid of(Money amount, Funder lead) {
            return new Paid(supplier, line, outcome, category, account, kind, part(amount, lead));
        }

        /** What an invoice asks for in several lines is one amount of the plan line. */
        private Paid plus(List<RefundPortion> more) {
            Map<PeriodId, RefundPortion> all = new LinkedHashMap<>();
            for (List<RefundPortion> each : List.of(portions, more)) {
                for (RefundPortion portion : each) all.merge(portion.servicePeriod(), portion, RefundPortion::plus);
            }
            return new Paid(supplier, line, outcome, category, account, kind, List.copyOf(all.values()));
        }

        private Paid minus(List<RefundPortion> taken) {
            List<RefundPortion> left = new ArrayList<>();
            for (RefundPortion portion : portions) {
                RefundPortion rest = taken.stream()
                        .filter(part -> part.servicePeriod().equals(portion.servicePeriod()))
                        .reduce(portion, RefundPortion::minus);
                if (!rest.amount().isZero()) left.add(rest);
            }
            return new Paid(supplier, line, outcome, category, account, kind, List.copyOf(left));
        }
    }

    /**
     * What is still to come of one refund, by source.
     *
     * @param account the account it was paid from, or null where the council paid
     */
    record Owed(
            @Nullable SupplierId supplier,
            @Nullable AccountId account,
            @Nullable AccountKind kind,
            Split outstanding) {}

    Recoveries pay(ProviderPaymentAuthorised event) {
        List<RefundPortion> portions = event.portions().stream()
                .map(portion -> new RefundPortion(
                        portion.servicePeriod(),
                        portion.split(),
                        portion.fromCommitment().plus(portion.fromUncommitted())))
                .toList();
        PVector<Paid> lines = of(event.payment());
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).line().equals(event.line())) continue;
            Paid both = lines.get(i).plus(portions);
            return new Recoveries(paid.plus(event.payment(), lines.with(i, both)), owed);
        }
        Paid first = new Paid(
                event.supplier(),
                event.line(),
                event.outcome(),
                event.category(),
                event.account(),
                event.kind(),
                portions);
        return new Recoveries(paid.plus(event.payment(), lines.plus(first)), owed);
    }

    Recoveries due(SupplierRefundDue event) {
        return takeBack(event.payment(), event.line(), event.portions())
                .owe(event.refund(), new Owed(event.supplier(), event.account(), event.kind(), event.split()));
    }

    /** What is left of a payment, line by line. */
    PVector<Paid> of(PaymentId payment) {
        return paid.getOrDefault(payment, TreePVector.<Paid>empty());
    }

    /** What is left of a payment in all. */
    Money left(PaymentId payment) {
        return of(payment).stream().map(Paid::left).reduce(Money.ZERO, Money::plus);
    }

    /** This much of what is left of a payment, in proportion between its lines; those of nothing are left out. */
    List<Paid> part(PaymentId payment, Money amount, Funder lead) {
        List<Paid> lines = of(payment);
        List<Money> amounts = Shares.split(
                amount, lines.stream().map(line -> line.left().pence()).toList());
        List<Paid> parts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!amounts.get(i).isZero()) parts.add(lines.get(i).of(amounts.get(i), lead));
        }
        return parts;
    }

    /** The same without what was taken back of a line. */
    Recoveries takeBack(PaymentId payment, LineId line, List<RefundPortion> portions) {
        PVector<Paid> lines = of(payment);
        List<RefundPortion> rest = portions;
        for (int i = 0; i < lines.size(); i++) {
            Paid each = lines.get(i);
            if (!each.line().equals(line)) continue;
            lines = lines.with(i, each.minus(rest));
            rest = List.of();
        }
        return lines.isEmpty() ? this : new Recoveries(paid.plus(payment, lines), owed);
    }

    /** A supplier owes this, beside what it owes for the same reason already. */
    Recoveries owe(SupplierRefundId refund, Owed more) {
        Owed before = owed.get(refund);
        Split all = before == null ? more.outstanding() : before.outstanding().plus(more.outstanding());
        return new Recoveries(paid, owed.plus(refund, new Owed(more.supplier(), more.account(), more.kind(), all)));
    }

    /** A supplier recovery that came from an old system, which knew no supplier and no account. */
    Recoveries takenOn(SupplierRefundId refund, Split outstanding) {
        return new Recoveries(paid, owed.plus(refund, new Owed(null, null, null, outstanding)));
    }

    Recoveries receive(SupplierRefundId refund, Split split) {
        Owed before = owed.get(refund);
        if (before == null) return this;
        Split left = before.outstanding().plus(split.negated());
        return new Recoveries(
                paid, owed.plus(refund, new Owed(before.supplier(), before.account(), before.kind(), left)));
    }
}
