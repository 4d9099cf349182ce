package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;

/**
 * The books that the model keeps for itself: signed amounts, debit positive, by place and date. Every entry must
 * balance in each book or the model stops.
 */
final class Books {

    /** One line as it was written: on which date it counts, and at which step it became known. */
    record Written(LocalDate effectiveOn, int step, Place place, BigDecimal signed) {}

    private final Map<Place, BigDecimal> balances = new HashMap<>();
    private final List<Written> written = new ArrayList<>();
    private int step;

    /** All that is written from here on became known at this step. */
    void turnTo(int newStep) {
        step = newStep;
    }

    Entry entry(LocalDate effectiveOn) {
        return new Entry(effectiveOn);
    }

    /** What stands at each place, nothing left out but zeros. */
    Map<Place, BigDecimal> balances() {
        return balances;
    }

    /** What stands on one account of the chart, all places together. */
    BigDecimal total(int code) {
        BigDecimal sum = Sums.NIL;
        for (Map.Entry<Place, BigDecimal> each : balances.entrySet()) {
            if (each.getKey().code() == code) sum = sum.add(each.getValue());
        }
        return sum;
    }

    /** The places that the lines written at this step are at. */
    Set<Place> touched() {
        Set<Place> places = new HashSet<>();
        for (int i = written.size() - 1; i >= 0 && written.get(i).step() == step; i--) {
            places.add(written.get(i).place());
        }
        return places;
    }

    /** The same as it was known after a step, for lines that count on or before a date. */
    Map<Place, BigDecimal> balances(LocalDate effective, int known) {
        Map<Place, BigDecimal> standing = new HashMap<>();
        for (Written line : written) {
            if (line.step() > known || line.effectiveOn().isAfter(effective)) continue;
            standing.merge(line.place(), line.signed(), BigDecimal::add);
        }
        standing.values().removeIf(amount -> amount.signum() == 0);
        return standing;
    }

    /** One journal entry in the making; {@link #done} writes it. */
    final class Entry {

        private final LocalDate effectiveOn;
        private final List<Written> lines = new ArrayList<>();
        private @Nullable AccountId account;
        private @Nullable LineId line;
        private @Nullable PeriodId period;

        private Entry(LocalDate effectiveOn) {
            this.effectiveOn = effectiveOn;
        }

        Entry in(@Nullable AccountId custody) {
            account = custody;
            return this;
        }

        Entry of(@Nullable LineId planLine, @Nullable PeriodId servicePeriod) {
            line = planLine;
            period = servicePeriod;
            return this;
        }

        Entry debit(int code, Pot pot, BigDecimal amount) {
            if (amount.signum() != 0) {
                Place place = Place.of(code, pot.source(), pot.book(), account, pot.ringFence(), line, period);
                lines.add(new Written(effectiveOn, step, place, amount));
            }
            return this;
        }

        Entry credit(int code, Pot pot, BigDecimal amount) {
            return debit(code, pot, amount.negate());
        }

        /** The same where only the book counts: expenditure, and what passes between funders. */
        Entry debit(int code, Funder book, BigDecimal amount) {
            return debit(code, new Pot(book, book.source(), null), amount);
        }

        Entry credit(int code, Funder book, BigDecimal amount) {
            return debit(code, book, amount.negate());
        }

        void done() {
            Map<Funder, BigDecimal> left = new EnumMap<>(Funder.class);
            for (Written each : lines) left.merge(each.place().book(), each.signed(), BigDecimal::add);
            if (left.values().stream().anyMatch(sum -> sum.signum() != 0)) {
                throw new IllegalStateException("the model wrote an entry that does not balance: " + lines);
            }
            for (Written each : lines) {
                BigDecimal now = balances.merge(each.place(), each.signed(), BigDecimal::add);
                if (now.signum() == 0) balances.remove(each.place());
            }
            written.addAll(lines);
        }
    }
}
