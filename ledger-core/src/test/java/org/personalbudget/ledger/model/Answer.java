package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.terms.Source;

/** What a command is answered with, in a form that two independent opinions can be compared in. */
sealed interface Answer {

    /**
     * No. Where several reasons apply, the rules do not say which is named first, so an opinion may hold several.
     *
     * @param codes the refusal codes that would be right
     */
    record No(Set<String> codes) implements Answer {}

    /**
     * Yes, with every figure that was decided, by name.
     *
     * @param figures amounts in pounds; what is not an amount counts as one
     */
    record Yes(Map<String, BigDecimal> figures) implements Answer {}

    /** Whether the ledger's answer is one that this opinion allows. */
    default boolean allows(Answer ledger) {
        return switch (this) {
            case No no -> ledger instanceof No other && no.codes().containsAll(other.codes());
            case Yes yes -> ledger instanceof Yes other && yes.figures().equals(other.figures());
        };
    }

    static Yes yes() {
        return new Yes(new Figures().map);
    }

    /** Collects the figures of a yes. Figures of the same name are added up, zeros are left out. */
    final class Figures {

        private final Map<String, BigDecimal> map = new TreeMap<>();

        Figures add(String name, BigDecimal amount) {
            BigDecimal now = map.merge(name, amount.setScale(2), BigDecimal::add);
            if (now.signum() == 0) map.remove(name);
            return this;
        }

        Figures note(String name) {
            map.put(name, BigDecimal.ONE);
            return this;
        }

        Figures add(String name, Amounts amounts) {
            amounts.each((pot, amount) -> add(
                    name + " " + pot.book() + (pot.source() == Source.CLIENT ? "/CLIENT" : "")
                            + (pot.ringFence() == null ? "" : " fenced"),
                    amount));
            return this;
        }

        /** All that another yes says as well; a note is said once. */
        Figures addAll(Yes other) {
            other.figures().forEach((name, amount) -> {
                if (amount.scale() == 0) note(name);
                else add(name, amount);
            });
            return this;
        }

        Yes yes() {
            return new Yes(map);
        }
    }

    /** Collects the reasons for a no. */
    final class Doubts {

        private final Set<String> codes = new TreeSet<>();

        /** Notes the codes if the condition holds, and answers whether it does. */
        boolean when(boolean condition, String... reasons) {
            if (condition) codes.addAll(Set.of(reasons));
            return condition;
        }

        Doubts addAll(Collection<String> reasons) {
            codes.addAll(reasons);
            return this;
        }

        boolean any() {
            return !codes.isEmpty();
        }

        /** The no that the doubts add up to, or null if there are none. */
        @Nullable
        No no() {
            return codes.isEmpty() ? null : new No(Set.copyOf(codes));
        }
    }
}
