package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/** Amounts by whose book, which source and which ring-fence: the model's word for a split. Zeros are not kept. */
final class Amounts {

    /** Where a part of an amount belongs. */
    record Pot(Funder book, Source source, @Nullable PaymentId ringFence) implements Comparable<Pot> {
        private static final Comparator<Pot> ORDER = Comparator.comparing(Pot::book)
                .thenComparing(Pot::source)
                .thenComparing(
                        pot -> pot.ringFence() == null ? "" : pot.ringFence().toString());

        @Override
        public int compareTo(Pot other) {
            return ORDER.compare(this, other);
        }

        /** Neither the holder's own nor of nobody knows whom. */
        boolean isPublic() {
            return source != Source.OWN && source != Source.UNKNOWN;
        }

        boolean free() {
            return ringFence == null;
        }

        @Override
        public String toString() {
            return book
                    + (source == book.source() ? "" : "/" + source)
                    + (ringFence == null ? "" : " fenced " + ringFence);
        }
    }

    private final TreeMap<Pot, BigDecimal> byPot = new TreeMap<>();

    static Amounts byShares(BigDecimal amount, List<FunderShare> shares, @Nullable PaymentId ringFence) {
        Amounts result = new Amounts();
        Sums.byShares(amount, shares)
                .forEach((funder, part) -> result.add(new Pot(funder, funder.source(), ringFence), part));
        return result;
    }

    Amounts add(Pot pot, BigDecimal amount) {
        BigDecimal now = byPot.merge(pot, amount, BigDecimal::add);
        if (now.signum() == 0) byPot.remove(pot);
        return this;
    }

    Amounts addAll(Amounts other) {
        other.byPot.forEach(this::add);
        return this;
    }

    Amounts takeAll(Amounts other) {
        other.byPot.forEach((pot, amount) -> add(pot, amount.negate()));
        return this;
    }

    Amounts copy() {
        return new Amounts().addAll(this);
    }

    /** The same without what is the holder's own, or nobody knows whose. */
    Amounts publicOnly() {
        Amounts left = new Amounts();
        byPot.forEach((pot, amount) -> {
            if (pot.isPublic()) left.add(pot, amount);
        });
        return left;
    }

    BigDecimal at(Pot pot) {
        return byPot.getOrDefault(pot, Sums.NIL);
    }

    BigDecimal total() {
        return Sums.sum(byPot.values());
    }

    Map<Funder, BigDecimal> byBook() {
        Map<Funder, BigDecimal> books = new TreeMap<>();
        byPot.forEach((pot, amount) -> books.merge(pot.book(), amount, BigDecimal::add));
        return books;
    }

    void each(BiConsumer<Pot, BigDecimal> action) {
        new TreeMap<>(byPot).forEach(action);
    }

    @Override
    public String toString() {
        return byPot.toString();
    }
}
