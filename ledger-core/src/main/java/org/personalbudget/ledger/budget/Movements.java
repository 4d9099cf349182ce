package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Source;

/**
 * When money came into an account and went from it.
 *
 * @param reserved authorised to be paid from the account and not yet paid
 * @param byDay by effective date, how much more, or less, free public money the account had
 */
record Movements(Money reserved, PMap<LocalDate, Money> byDay) {

    static final Movements NONE = new Movements(Money.ZERO, HashTreePMap.empty());

    /** Own money and ring-fences are never counted against a cap. */
    Movements move(Split split, LocalDate on) {
        Money sum = byDay.getOrDefault(on, Money.ZERO).plus(free(split));
        return new Movements(reserved, sum.isZero() ? byDay.minus(on) : byDay.plus(on, sum));
    }

    Movements reserve(Money amount) {
        return new Movements(reserved.plus(amount), byDay);
    }

    private static Money free(Split split) {
        Money free = Money.ZERO;
        for (Part part : split.parts()) {
            boolean theirs = part.source() == Source.OWN || part.source() == Source.UNKNOWN;
            if (!theirs && part.ringFence() == null) free = free.plus(part.amount());
        }
        return free;
    }

    /** The free public money at the end of each day on which it changed. */
    NavigableMap<LocalDate, Money> balances() {
        NavigableMap<LocalDate, Money> balances = new TreeMap<>();
        Money balance = Money.ZERO;
        for (Map.Entry<LocalDate, Money> day : new TreeMap<>(byDay).entrySet()) {
            balance = balance.plus(day.getValue());
            balances.put(day.getKey(), balance);
        }
        return balances;
    }
}
