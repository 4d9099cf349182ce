package org.personalbudget.ledger.budget;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.LineId;

/**
 * Allocated, committed and consumed, by plan line and service period.
 *
 * @param shares of the same, what is allocated and committed by funder
 * @param through the last period that has been allocated, or null before the first plan
 * @param accruals what of the committed counts as spent already
 */
record LineBook(
        PMap<LineBook.Key, Figures> figures,
        PMap<LineBook.Key, LineBook.Shared> shares,
        @Nullable PeriodId through,
        Accruals accruals) {

    /** A line (null for what no line has planned) in a service period. */
    record Key(@Nullable LineId line, PeriodId period) {}

    /** Allocated and committed, each by funder. */
    record Shared(Split allocated, Split committed) {

        static final Shared NOTHING = new Shared(Split.NOTHING, Split.NOTHING);
    }

    static final LineBook EMPTY = new LineBook(HashTreePMap.empty(), HashTreePMap.empty(), null, Accruals.NONE);

    Figures at(@Nullable LineId line, PeriodId period) {
        return figures.getOrDefault(new Key(line, period), Figures.NONE);
    }

    Shared shared(@Nullable LineId line, PeriodId period) {
        return shares.getOrDefault(new Key(line, period), Shared.NOTHING);
    }

    /**
     * What stands on a line at the end of a service period, and of each later one that the line has figures in, with
     * the flex of that period: what other lines of it leave unused, as far as the policy lets it be spent on another
     * line, less what other lines have taken beyond their own. What is lent once is not lent again.
     */
    List<Headroom> headrooms(LineId line, PeriodId from, int flexPercent) {
        NavigableMap<PeriodId, Figures> own = new TreeMap<>(Map.of(from, Figures.NONE));
        Map<PeriodId, Money> orders = new HashMap<>();
        Map<PeriodId, Money> unused = new HashMap<>();
        Set<LineId> others = new HashSet<>();
        for (Map.Entry<Key, Figures> entry : figures.entrySet()) {
            PeriodId period = entry.getKey().period();
            if (line.equals(entry.getKey().line())) {
                PeriodId counted = period.compareTo(from) < 0 ? from : period;
                own.merge(counted, entry.getValue(), Figures::plus);
                orders.merge(counted, shared(line, period).committed().total(), Money::plus);
            } else {
                unused.merge(period, entry.getValue().unused(), Money::plus);
                if (entry.getKey().line() != null) others.add(entry.getKey().line());
            }
        }
        List<Headroom> headrooms = new ArrayList<>();
        Figures toDate = Figures.NONE;
        Money ordered = Money.ZERO;
        for (Map.Entry<PeriodId, Figures> each : own.entrySet()) {
            toDate = toDate.plus(each.getValue());
            ordered = ordered.plus(orders.getOrDefault(each.getKey(), Money.ZERO));
            Money lendable =
                    unused.getOrDefault(each.getKey(), Money.ZERO).timesRatio(flexPercent, 100, RoundingMode.DOWN);
            Money lent =
                    others.stream().map(other -> vired(other, each.getKey())).reduce(Money.ZERO, Money::plus);
            headrooms.add(new Headroom(
                    each.getKey(), toDate, ordered, lendable.minus(lent).atLeastZero()));
        }
        return headrooms;
    }

    /** What a line has taken beyond its own allocation to the end of a service period; zero if it has not. */
    Money vired(LineId line, PeriodId period) {
        Money beyond = Money.ZERO;
        for (Map.Entry<Key, Figures> entry : figures.entrySet()) {
            boolean toDate = entry.getKey().period().compareTo(period) <= 0;
            if (!toDate || !line.equals(entry.getKey().line())) continue;
            Figures each = entry.getValue();
            beyond = beyond.plus(each.committed()).plus(each.consumed()).minus(each.allocated());
        }
        return beyond.atLeastZero();
    }

    LineBook allocate(LineAmount amount) {
        PeriodId period = amount.servicePeriod();
        PeriodId last = through == null || period.compareTo(through) > 0 ? period : through;
        Shared before = shared(amount.line(), period);
        return with(
                new Key(amount.line(), period),
                at(amount.line(), period).allocate(amount.split().total()),
                new Shared(before.allocated().plus(amount.split()), before.committed()),
                last);
    }

    LineBook commit(LineAmount amount) {
        PeriodId period = amount.servicePeriod();
        Key key = new Key(amount.line(), period);
        Shared before = shared(amount.line(), period);
        Shared after = new Shared(before.allocated(), before.committed().plus(amount.split()));
        return with(key, at(amount.line(), period).commit(amount.split().total()), after, through)
                .with(accruals.ordered(key, after.committed().total()));
    }

    LineBook with(Accruals next) {
        return new LineBook(figures, shares, through, next);
    }

    /** Commits without an order, for what the line may need later. */
    LineBook commit(@Nullable LineId line, PeriodId period, Money amount) {
        return with(new Key(line, period), at(line, period).commit(amount), shared(line, period), through);
    }

    /** Without a commitment to release. */
    LineBook consume(@Nullable LineId line, PeriodId period, Money amount) {
        return consume(line, period, amount, Split.NOTHING);
    }

    LineBook consume(@Nullable LineId line, PeriodId period, Money amount, Split fromCommitment) {
        Shared before = shared(line, period);
        return with(
                new Key(line, period),
                at(line, period).consume(amount, fromCommitment.total()),
                new Shared(before.allocated(), before.committed().plus(fromCommitment.negated())),
                through);
    }

    /** A period in which nothing has ever stood on a line is not one of its periods: a spend under query leaves no mark. */
    private LineBook with(Key key, Figures next, Shared sharedNext, @Nullable PeriodId last) {
        boolean never = next.equals(Figures.NONE) && !figures.containsKey(key);
        PMap<Key, Shared> all = sharedNext.equals(Shared.NOTHING) ? shares.minus(key) : shares.plus(key, sharedNext);
        return new LineBook(never ? figures : figures.plus(key, next), all, last, accruals);
    }
}
