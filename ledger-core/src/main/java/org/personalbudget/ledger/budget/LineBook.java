package org.personalbudget.ledger.budget;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.LineId;

/**
 * Allocated, committed and consumed, by plan line and service period.
 *
 * @param through the last period that has been allocated, or null before the first plan
 */
record LineBook(
        PMap<LineBook.Key, Figures> figures, @Nullable PeriodId through) {

    /** A line (null for what no line has planned) in a service period. */
    record Key(@Nullable LineId line, PeriodId period) {}

    static final LineBook EMPTY = new LineBook(HashTreePMap.empty(), null);

    Figures at(@Nullable LineId line, PeriodId period) {
        return figures.getOrDefault(new Key(line, period), Figures.NONE);
    }

    /**
     * What stands on a line at the end of a service period, and of each later one that the line has figures in, with
     * the flex of that period: what other lines of it leave unused, as far as the policy lets it be spent here.
     */
    List<Headroom> headrooms(LineId line, PeriodId from, int flexPercent) {
        NavigableMap<PeriodId, Figures> own = new TreeMap<>(Map.of(from, Figures.NONE));
        Map<PeriodId, Money> unused = new HashMap<>();
        for (Map.Entry<Key, Figures> entry : figures.entrySet()) {
            PeriodId period = entry.getKey().period();
            if (line.equals(entry.getKey().line())) {
                own.merge(period.compareTo(from) < 0 ? from : period, entry.getValue(), Figures::plus);
            } else {
                unused.merge(period, entry.getValue().unused(), Money::plus);
            }
        }
        List<Headroom> headrooms = new ArrayList<>();
        Figures toDate = Figures.NONE;
        for (Map.Entry<PeriodId, Figures> each : own.entrySet()) {
            toDate = toDate.plus(each.getValue());
            Money flex = unused.getOrDefault(each.getKey(), Money.ZERO).timesRatio(flexPercent, 100, RoundingMode.DOWN);
            headrooms.add(new Headroom(each.getKey(), toDate, flex));
        }
        return headrooms;
    }

    LineBook allocate(LineAmount amount) {
        PeriodId period = amount.servicePeriod();
        PeriodId last = through == null || period.compareTo(through) > 0 ? period : through;
        return with(
                amount.line(),
                period,
                at(amount.line(), period).allocate(amount.split().total()),
                last);
    }

    LineBook commit(LineAmount amount) {
        PeriodId period = amount.servicePeriod();
        return with(
                amount.line(),
                period,
                at(amount.line(), period).commit(amount.split().total()),
                through);
    }

    /** Commits without an order, for what the line may need later. */
    LineBook commit(@Nullable LineId line, PeriodId period, Money amount) {
        return with(line, period, at(line, period).commit(amount), through);
    }

    LineBook consume(@Nullable LineId line, PeriodId period, Money amount, Money fromCommitment) {
        return with(line, period, at(line, period).consume(amount, fromCommitment), through);
    }

    private LineBook with(@Nullable LineId line, PeriodId period, Figures next, @Nullable PeriodId last) {
        return new LineBook(figures.plus(new Key(line, period), next), last);
    }
}
