package org.personalbudget.ledger.money;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/**
 * What an account holds, apart by book, source and ring-fence, and how a spend is attributed to it. Attribution never
 * makes a pot negative by a rounding penny; only what exceeds all pots does, on the lead's free pot.
 *
 * @param balances in pence; a pot that is not there is empty
 */
public record Pots(PMap<Pots.Key, Money> balances) {

    /** One pot. Money whose ring-fence is null is free. */
    public record Key(Funder book, Source source, @Nullable PaymentId ringFence) {
        static Key of(Part part) {
            return new Key(part.book(), part.source(), part.ringFence());
        }
    }

    public static final Pots EMPTY = new Pots(HashTreePMap.empty());

    public Pots plus(Split split) {
        PMap<Key, Money> next = balances;
        for (Part part : split.parts()) {
            Key key = Key.of(part);
            Money sum = next.getOrDefault(key, Money.ZERO).plus(part.amount());
            next = sum.isZero() ? next.minus(key) : next.plus(key, sum);
        }
        return new Pots(next);
    }

    public Pots minus(Split split) {
        return plus(split.negated());
    }

    /**
     * All free money that is there to be spent: the balance less what is set aside. Where one source is overdrawn, the
     * others hold money that the account does not have.
     */
    public Money free() {
        Money sum = Money.ZERO;
        for (Map.Entry<Key, Money> pot : balances.entrySet()) {
            boolean setAside =
                    pot.getKey().ringFence() != null && pot.getValue().isPositive();
            if (!setAside && isPublic(pot.getKey())) sum = sum.plus(pot.getValue());
        }
        return sum.atLeastZero();
    }

    /** All that is in it, whosever it is and whatever for. */
    public Money total() {
        return sum(pot -> true);
    }

    /** All public money, what is set aside included; what is overdrawn counts against it. */
    public Money held() {
        return sum(pot -> isPublic(pot.getKey()));
    }

    /** What never pays for public spend: the holder's own money, and what nobody knows the origin of. */
    public Money notPublic() {
        return sum(pot -> !isPublic(pot.getKey()));
    }

    /** Public money in ring-fences. */
    public Money setAside() {
        return sum(pot -> pot.getKey().ringFence() != null && canPay(pot));
    }

    private Money sum(Predicate<Map.Entry<Key, Money>> which) {
        Money sum = Money.ZERO;
        for (Map.Entry<Key, Money> pot : balances.entrySet()) {
            if (which.test(pot)) sum = sum.plus(pot.getValue());
        }
        return sum;
    }

    /** Everything in it, by pot: overdrawn pots too, and what is nobody's to spend. */
    public Split all() {
        return new Split(balances.entrySet().stream()
                .map(pot -> new Part(
                        pot.getKey().book(), pot.getKey().source(), pot.getKey().ringFence(), pot.getValue()))
                .sorted(Comparator.comparing(Part::book)
                        .thenComparing(Part::source)
                        .thenComparing(part -> String.valueOf(part.ringFence())))
                .toList());
    }

    /** What is left in one ring-fence. */
    public Money ringFenced(PaymentId ringFence) {
        Money sum = Money.ZERO;
        for (Map.Entry<Key, Money> pot : balances.entrySet()) {
            if (ringFence.equals(pot.getKey().ringFence()) && canPay(pot)) sum = sum.plus(pot.getValue());
        }
        return sum;
    }

    /** How far below zero this source is, over all its pots that are; zero if none is. */
    public Money overdrawn(Source source) {
        Money below = Money.ZERO;
        for (Map.Entry<Key, Money> pot : balances.entrySet()) {
            if (pot.getKey().source() == source && pot.getValue().isNegative()) {
                below = below.minus(pot.getValue());
            }
        }
        return below;
    }

    /**
     * Attributes an amount to the pots.
     *
     * @param lead takes what exceeds all pots, and every tie
     * @param ringFence the pot that is used first, or null
     */
    public Split attribute(Money amount, Attribution rule, Funder lead, @Nullable PaymentId ringFence) {
        Split taken = Split.NOTHING;
        Money left = amount;
        if (ringFence != null) {
            taken = proRata(left.min(ringFenced(ringFence)), pots(ringFence, lead), lead);
            left = amount.minus(taken.total());
        }
        if (rule == Attribution.CLIENT_FIRST_CONSUMED) {
            List<Part> client = pots(null, lead).stream()
                    .filter(pot -> pot.source() == Source.CLIENT)
                    .toList();
            taken = taken.plus(proRata(left.min(new Split(client).total()), client, lead));
            left = amount.minus(taken.total());
        }
        List<Part> free = minus(taken).pots(null, lead);
        taken = taken.plus(proRata(left.min(new Split(free).total()), free, lead));
        return taken.plus(Split.of(Part.of(lead, amount.minus(taken.total()))));
    }

    /**
     * Attributes an amount to all public money: what is free first, then what is set aside. All of it leaves every pot at
     * nothing, also one that is overdrawn.
     *
     * @param amount not more than {@link #held()}
     */
    public Split attributeToAll(Money amount, Attribution rule, Funder lead) {
        if (amount.equals(held())) return new Split(all(lead));
        Split free = attribute(amount.min(free()), rule, lead, null);
        Money rest = amount.minus(free.total());
        List<Part> fenced = all(lead).stream()
                .filter(pot -> pot.ringFence() != null && pot.amount().isPositive())
                .toList();
        return free.plus(proRata(rest, fenced, lead));
    }

    private List<Part> all(Funder lead) {
        return balances.entrySet().stream()
                .filter(pot -> isPublic(pot.getKey()))
                .map(pot -> new Part(
                        pot.getKey().book(), pot.getKey().source(), pot.getKey().ringFence(), pot.getValue()))
                .sorted(Comparator.comparing(Part::book, leadFirst(lead))
                        .thenComparing(Part::source)
                        .thenComparing(pot -> String.valueOf(pot.ringFence())))
                .toList();
    }

    /** First between the books, then inside each. */
    private static Split proRata(Money amount, List<Part> pots, Funder lead) {
        Map<Funder, List<Part>> books = new TreeMap<>(leadFirst(lead));
        for (Part pot : pots)
            books.computeIfAbsent(pot.book(), book -> new ArrayList<>()).add(pot);
        List<List<Part>> inOrder = List.copyOf(books.values());
        List<Money> perBook =
                Shares.split(amount, inOrder.stream().map(Pots::weight).toList());
        List<Part> taken = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) taken.addAll(inside(perBook.get(i), inOrder.get(i)));
        return new Split(taken);
    }

    private static List<Part> inside(Money amount, List<Part> pots) {
        List<Money> amounts = Shares.split(
                amount, pots.stream().map(pot -> pot.amount().pence()).toList());
        List<Part> taken = new ArrayList<>();
        for (int i = 0; i < pots.size(); i++) taken.add(pots.get(i).withAmount(amounts.get(i)));
        return taken;
    }

    private static long weight(List<Part> pots) {
        return new Split(pots).total().pence();
    }

    private List<Part> pots(@Nullable PaymentId ringFence, Funder lead) {
        return balances.entrySet().stream()
                .filter(pot -> Objects.equals(pot.getKey().ringFence(), ringFence) && canPay(pot))
                .map(pot -> new Part(pot.getKey().book(), pot.getKey().source(), ringFence, pot.getValue()))
                .sorted(Comparator.comparing(Part::book, leadFirst(lead)).thenComparing(Part::source))
                .toList();
    }

    private static Comparator<Funder> leadFirst(Funder lead) {
        return Comparator.comparing((Funder funder) -> funder != lead).thenComparing(Comparator.naturalOrder());
    }

    /** Own money and money of unknown origin never pay for public spend. */
    private static boolean isPublic(Key pot) {
        return pot.source() != Source.OWN && pot.source() != Source.UNKNOWN;
    }

    private static boolean canPay(Map.Entry<Key, Money> pot) {
        return pot.getValue().isPositive() && isPublic(pot.getKey());
    }
}
