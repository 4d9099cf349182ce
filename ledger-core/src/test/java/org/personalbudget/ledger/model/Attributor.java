package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/** Takes an amount out of an account's pots by the policy's rule: the model's reading of the attribution of a spend. */
final class Attributor {

    private final Amounts pots;
    private final Funder lead;
    private final Amounts taken = new Amounts();
    private BigDecimal left;

    private Attributor(Amounts pots, Funder lead, BigDecimal amount) {
        this.pots = pots;
        this.lead = lead;
        this.left = amount;
    }

    static Amounts take(Amounts pots, Funder lead, BigDecimal amount, Attribution rule, @Nullable PaymentId ringFence) {
        Attributor attributor = new Attributor(pots.copy(), lead, amount);
        if (ringFence != null) attributor.from(pot -> ringFence.equals(pot.ringFence()));
        if (rule == Attribution.CLIENT_FIRST_CONSUMED) {
            attributor.from(pot -> pot.free() && pot.source() == Source.CLIENT);
        }
        attributor.from(Pot::free);
        if (attributor.left.signum() > 0) attributor.taken.add(attributor.leadPot(), attributor.left);
        return attributor.taken;
    }

    /** Out of all that is public: what is free first, then what is set aside; all of it leaves nothing anywhere. */
    static Amounts takeOfAll(Amounts pots, Funder lead, BigDecimal amount, Attribution rule) {
        if (amount.compareTo(pots.publicOnly().total()) == 0) return pots.publicOnly();
        Amounts taken = take(pots, lead, amount.min(spendable(pots, null)), rule, null);
        Attributor attributor = new Attributor(pots.copy(), lead, amount.subtract(taken.total()));
        attributor.from(pot -> !pot.free());
        return taken.addAll(attributor.taken);
    }

    /**
     * All that may be spent: the account's balance less what is set aside, and so never more than the balance because
     * one source is overdrawn and another is not; and the named ring-fence.
     */
    static BigDecimal spendable(Amounts pots, @Nullable PaymentId ringFence) {
        List<BigDecimal> counted = new ArrayList<>();
        List<BigDecimal> named = new ArrayList<>();
        pots.each((pot, amount) -> {
            if (!pot.isPublic()) return;
            if (pot.free() || amount.signum() < 0) counted.add(amount);
            if (!pot.free() && pot.ringFence().equals(ringFence)) named.add(Sums.atLeastNil(amount));
        });
        return Sums.atLeastNil(Sums.sum(counted)).add(Sums.sum(named));
    }

    private Pot leadPot() {
        return new Pot(lead, lead.source(), null);
    }

    /** Splits what these pots can bear first between books, then inside each book. */
    private void from(Predicate<Pot> which) {
        List<Pot> open = new ArrayList<>();
        pots.each((pot, amount) -> {
            if (which.test(pot) && pot.isPublic() && amount.signum() > 0) open.add(pot);
        });
        List<Funder> books =
                new ArrayList<>(open.stream().map(Pot::book).distinct().toList());
        books.sort(Comparator.comparing((Funder book) -> book != lead).thenComparing(Comparator.naturalOrder()));
        List<BigDecimal> held = books.stream()
                .map(book -> Sums.sum(open.stream()
                        .filter(pot -> pot.book() == book)
                        .map(pots::at)
                        .toList()))
                .toList();
        BigDecimal bearable = left.min(Sums.sum(held));
        if (bearable.signum() <= 0) return;
        List<BigDecimal> perBook = Sums.apportion(bearable, held);
        for (int i = 0; i < books.size(); i++) insideBook(books.get(i), perBook.get(i), open);
        left = left.subtract(bearable);
    }

    private void insideBook(Funder book, BigDecimal amount, List<Pot> open) {
        List<Pot> own =
                new ArrayList<>(open.stream().filter(pot -> pot.book() == book).toList());
        own.sort(Comparator.comparing(Pot::source));
        List<BigDecimal> parts =
                Sums.apportion(amount, own.stream().map(pots::at).toList());
        for (int i = 0; i < own.size(); i++) {
            pots.add(own.get(i), parts.get(i).negate());
            taken.add(own.get(i), parts.get(i));
        }
    }
}
