package org.personalbudget.ledger.statement.ladder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.terms.BudgetId;

/** The candidates that no line has been found to be yet, found again by reference, amount, or file. */
final class OpenItems {

    private final Map<LineDigest, List<Candidate>> byReference = new HashMap<>();
    private final Map<Money, List<Candidate>> byAmount = new HashMap<>();
    private final Map<LineDigest, List<Candidate>> byFile = new LinkedHashMap<>();
    private final Map<LineDigest, List<Candidate>> byCounterparty = new HashMap<>();
    private final Map<LineDigest, List<Candidate>> byPayer = new HashMap<>();
    private final Map<BudgetId, List<Candidate>> byBudget = new HashMap<>();
    private final Map<Money, List<LineDigest>> fileTotals = new HashMap<>();
    private final List<Candidate> all;
    private final Set<String> taken = new HashSet<>();

    OpenItems(Collection<Candidate> candidates) {
        all = List.copyOf(candidates);
        for (Candidate each : all) {
            add(byAmount, each.amount(), each);
            for (LineDigest reference : each.references()) add(byReference, reference, each);
            for (LineDigest account : each.counterparties()) add(byCounterparty, account, each);
            for (LineDigest payer : each.payers()) add(byPayer, payer, each);
            if (each.budget() != null)
                byBudget.computeIfAbsent(each.budget(), _ -> new ArrayList<>()).add(each);
            if (each.file() != null) add(byFile, each.file(), each);
        }
        byFile.forEach((file, of) ->
                fileTotals.computeIfAbsent(total(of), _ -> new ArrayList<>()).add(file));
    }

    static Money total(List<Candidate> some) {
        return some.stream().map(Candidate::amount).reduce(Money.ZERO, Money::plus);
    }

    private static <K> void add(Map<K, List<Candidate>> index, K key, Candidate candidate) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(candidate);
    }

    List<Candidate> quoted(LineDigest reference) {
        return open(byReference.get(reference), _ -> true);
    }

    List<Candidate> of(Money amount, Predicate<Candidate> which) {
        return open(byAmount.get(amount), which);
    }

    List<Candidate> withCounterparty(LineDigest account, Predicate<Candidate> which) {
        return open(byCounterparty.get(account), which);
    }

    List<Candidate> ofFile(LineDigest file) {
        return open(byFile.get(file), _ -> true);
    }

    /** The files that came to this amount when nothing of them had been seen. */
    List<LineDigest> filesOf(Money total) {
        return fileTotals.getOrDefault(total, List.of());
    }

    List<Candidate> paidBy(LineDigest payer, Predicate<Candidate> which) {
        return open(byPayer.get(payer), which);
    }

    List<Candidate> ofBudget(BudgetId budget, Predicate<Candidate> which) {
        return open(byBudget.get(budget), which);
    }

    List<Candidate> all(Predicate<Candidate> which) {
        return open(all, which);
    }

    private List<Candidate> open(@Nullable List<Candidate> some, Predicate<Candidate> which) {
        if (some == null) return List.of();
        return some.stream()
                .filter(each -> !taken.contains(each.key()))
                .filter(which)
                .toList();
    }

    void take(Collection<Candidate> found) {
        for (Candidate each : found) taken.add(each.key());
    }
}
