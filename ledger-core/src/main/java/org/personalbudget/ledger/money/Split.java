package org.personalbudget.ledger.money;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;

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

    /** Both together; what they have of the same source, book and ring-fence is one part. */
    public Split plus(Split other) {
        Map<Part, Money> sums = new LinkedHashMap<>();
        Stream.of(this, other)
                .flatMap(split -> split.parts.stream())
                .forEach(part -> sums.merge(part.withAmount(Money.ZERO), part.amount(), Money::plus));
        return new Split(sums.entrySet().stream()
                .map(sum -> sum.getKey().withAmount(sum.getValue()))
                .toList());
    }

    public Split negated() {
        return new Split(parts.stream()
                .map(part -> part.withAmount(part.amount().negated()))
                .toList());
    }

    /** Ties go by the order of the parts. */
    private Split part(Money amount) {
        if (amount.equals(total())) return this;
        List<Money> amounts = Shares.split(
                amount,
                parts.stream().map(part -> part.amount().atLeastZero().pence()).toList());
        List<Part> taken = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) taken.add(parts.get(i).withAmount(amounts.get(i)));
        return new Split(taken);
    }

    /** What co-funders bear of it: what is neither in the lead's book nor the person's contribution. */
    public Split ofCoFunders(Funder lead) {
        return new Split(parts.stream()
                .filter(part -> part.book() != lead && part.source() != Source.CLIENT)
                .toList());
    }

    /**
     * This much of it, in proportion, by largest remainder: the same parts with lower amounts, which never exceed theirs.
     * What is overdrawn takes no part, but in the whole. Ties go to the lead, then in the order of funders, the person
     * last.
     *
     * @param amount not negative, and at most the total
     */
    public Split part(Money amount, Funder lead) {
        Comparator<Part> leadFirst = Comparator.comparing((Part part) -> part.book() != lead)
                .thenComparing(Part::book)
                .thenComparing(Part::source);
        return new Split(parts.stream().sorted(leadFirst).toList()).part(amount);
    }

    public Split minus(Split other) {
        return plus(other.negated());
    }

    /** The same amount by book only, as expenditure carries it. */
    public Map<Funder, Money> byBook() {
        Map<Funder, Money> books = new EnumMap<>(Funder.class);
        for (Part part : parts) books.merge(part.book(), part.amount(), Money::plus);
        return books;
    }
}
