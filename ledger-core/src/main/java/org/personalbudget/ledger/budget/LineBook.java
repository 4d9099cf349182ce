package org.personalbudget.ledger.budget;

import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
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

    /** All that stands on a line over the service periods up to and including this one. */
    Figures upTo(@Nullable LineId line, PeriodId period) {
        Figures sum = Figures.NONE;
        for (Map.Entry<Key, Figures> entry : figures.entrySet()) {
            Key key = entry.getKey();
            if (Objects.equals(key.line(), line) && key.period().compareTo(period) <= 0)
                sum = sum.plus(entry.getValue());
        }
        return sum;
    }

    /** What other lines leave unused in a period, as far as the policy lets it be spent on this line; rounded down. */
    Money flex(@Nullable LineId line, PeriodId period, int percent) {
        Money unused = Money.ZERO;
        for (Map.Entry<Key, Figures> entry : figures.entrySet()) {
            Key key = entry.getKey();
            if (key.period().equals(period) && !Objects.equals(key.line(), line)) {
                unused = unused.plus(entry.getValue().unused());
            }
        }
        return unused.timesRatio(percent, 100, RoundingMode.DOWN);
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

    LineBook consume(@Nullable LineId line, PeriodId period, Money amount, Money fromCommitment) {
        return with(line, period, at(line, period).consume(amount, fromCommitment), through);
    }

    private LineBook with(@Nullable LineId line, PeriodId period, Figures next, @Nullable PeriodId last) {
        return new LineBook(figures.plus(new Key(line, period), next), last);
    }
}
