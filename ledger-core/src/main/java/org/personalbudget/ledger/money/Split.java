package org.personalbudget.ledger.money;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.terms.Funder;

/**
 * An amount with its sources, fixed when it was decided. Parts of zero are left out.
 */
public record Split(List<Part> parts) {

    public static final Split NOTHING = new Split(List.of());

    public Split {
        parts = parts.stream().filter(part -> !part.amount().isZero()).toList();
    }

    public static Split of(Part... parts) {
        return new Split(List.of(parts));
    }

    public Money total() {
        return parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    }

    public Split plus(Split other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new Split(all);
    }

    public Split negated() {
        return new Split(parts.stream()
                .map(part -> part.withAmount(part.amount().negated()))
                .toList());
    }

    /** The same amount by book only, as expenditure carries it. */
    public Map<Funder, Money> byBook() {
        Map<Funder, Money> books = new EnumMap<>(Funder.class);
        for (Part part : parts) books.merge(part.book(), part.amount(), Money::plus);
        return books;
    }
}
