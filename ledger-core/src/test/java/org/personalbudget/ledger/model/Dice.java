package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.personalbudget.ledger.money.Money;

/** Seeded chance. The same seed throws the same dice on every machine. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number between the two, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T one(Collection<T> choices) {
        List<T> list = choices instanceof List<T> given ? given : new ArrayList<>(choices);
        return list.get(random.nextInt(list.size()));
    }

    /** An amount between two numbers of pence: usually any, sometimes in whole pounds. */
    Money money(int leastPence, int mostPence) {
        int pence = between(leastPence, mostPence);
        return Money.ofPence(chance(25) && pence > 100 ? pence / 100 * 100L : pence);
    }

    /** An amount on one side of a limit or the other, or exactly on it; some positive amount if the limit is not. */
    Money around(BigDecimal limit) {
        long pence = limit.movePointRight(2).longValueExact() + one(-1, 0, 0, 1);
        return Money.ofPence(pence > 0 ? pence : between(1, 2_000));
    }
}
