package org.personalbudget.ledger.budget;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * Everything paid out, by service period, so that other shares can be applied to it afterwards.
 *
 * @param restated by service period, what was moved between the funders afterwards
 */
record Outlays(PMap<PeriodId, PVector<Outlay>> paid, PMap<PeriodId, Split> restated) {

    static final Outlays NONE = new Outlays(HashTreePMap.empty(), HashTreePMap.empty());

    Collection<Outlay> in(PeriodId period) {
        return paid.getOrDefault(period, TreePVector.empty());
    }

    Split restatedIn(PeriodId period) {
        return restated.getOrDefault(period, Split.NOTHING);
    }

    /** Every period that anything was paid for, in order. */
    Set<PeriodId> periods() {
        return new TreeSet<>(paid.keySet());
    }

    Outlays add(PeriodId period, Outlay outlay) {
        PVector<Outlay> more = paid.getOrDefault(period, TreePVector.<Outlay>empty());
        return new Outlays(paid.plus(period, more.plus(outlay)), restated);
    }

    /**
     * What was paid by this payment for a period turned out lower. A payment for several plan lines has an outlay of
     * each: the first that is as large gives way.
     */
    Outlays reduce(PeriodId period, PaymentId payment, Money gross, Split by) {
        PVector<Outlay> all = paid.getOrDefault(period, TreePVector.<Outlay>empty());
        List<Outlay> its =
                all.stream().filter(outlay -> payment.equals(outlay.payment())).toList();
        if (its.isEmpty()) return this;
        Outlay first = its.stream()
                .filter(outlay -> !gross.exceeds(outlay.gross()))
                .findFirst()
                .orElse(its.getFirst());
        return new Outlays(paid.plus(period, all.with(all.indexOf(first), first.reduce(gross, by))), restated);
    }

    Outlays restate(PeriodId period, Split moved) {
        return new Outlays(paid, restated.plus(period, restatedIn(period).plus(moved)));
    }
}
