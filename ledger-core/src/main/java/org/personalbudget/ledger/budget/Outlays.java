package org.personalbudget.ledger.budget;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
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
     * What was paid by this payment for a period, and a plan line, turned out lower. Where it has an outlay of several
     * stretches of days for the line, each is lower in proportion.
     */
    Outlays reduce(PeriodId period, PaymentId payment, @Nullable LineId line, Money gross, Split by, Funder lead) {
        PVector<Outlay> all = paid.getOrDefault(period, TreePVector.<Outlay>empty());
        List<Integer> its = IntStream.range(0, all.size())
                .filter(i -> payment.equals(all.get(i).payment())
                        && Objects.equals(line, all.get(i).line()))
                .boxed()
                .toList();
        if (its.isEmpty()) return this;
        List<Money> parts = its.size() == 1
                ? List.of(gross)
                : Shares.split(
                        gross, its.stream().map(i -> all.get(i).gross().pence()).toList());
        PVector<Outlay> lower = all;
        Split left = by;
        for (int i = 0; i < its.size(); i++) {
            Split part = i == its.size() - 1 ? left : left.part(parts.get(i), lead);
            left = left.minus(part);
            int at = its.get(i);
            lower = lower.with(at, all.get(at).reduce(parts.get(i), part));
        }
        return new Outlays(paid.plus(period, lower), restated);
    }

    Outlays restate(PeriodId period, Split moved) {
        return new Outlays(paid, restated.plus(period, restatedIn(period).plus(moved)));
    }
}
