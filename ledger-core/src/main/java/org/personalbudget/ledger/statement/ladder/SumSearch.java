package org.personalbudget.ledger.statement.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for items that sum to an amount, and answers only if there is exactly one way. Whether two ways differ is told
 * by the items, not by their amounts: two items of the same amount are two ways.
 *
 * <p>The search is bounded: at most {@link #MOST_POOL} items are looked at and at most {@link #MOST_STEPS} partial sums.
 * Where a bound is met nothing is proved, and nothing is answered; the line goes to the queue. A partial sum is given up
 * once even all items that are left cannot reach the amount, or the least of them exceeds it.
 */
final class SumSearch {

    static final int MOST_POOL = 60;
    static final int MOST_STEPS = 200_000;

    private final List<Candidate> pool;
    private final long[] amounts;
    private final long[] rest;
    private final int most;
    private final List<Integer> chosen = new ArrayList<>();
    private final int enough;
    private final List<List<Candidate>> ways = new ArrayList<>();
    private int steps;

    private SumSearch(List<Candidate> pool, int most, int enough) {
        this.pool = pool;
        this.most = most;
        this.enough = enough;
        amounts =
                pool.stream().mapToLong(each -> Math.abs(each.amount().pence())).toArray();
        rest = new long[amounts.length + 1];
        for (int i = amounts.length - 1; i >= 0; i--) rest[i] = rest[i + 1] + amounts[i];
    }

    /**
     * The only way in which two or more of these items sum to an amount.
     *
     * @param pool items of one sign, none of them zero
     * @param target the sum, as a magnitude in pence
     * @param most how many items a sum may have
     */
    static Optional<List<Candidate>> only(List<Candidate> pool, long target, int most) {
        return search(pool, target, most, 2)
                .filter(search -> search.steps <= MOST_STEPS && search.ways.size() == 1)
                .map(search -> search.ways.getFirst());
    }

    /** Some ways in which two or more of these items sum to an amount: the first that are found within the bounds. */
    static List<List<Candidate>> some(List<Candidate> pool, long target, int most, int enough) {
        return search(pool, target, most, enough).map(search -> search.ways).orElse(List.of());
    }

    private static Optional<SumSearch> search(List<Candidate> pool, long target, int most, int enough) {
        List<Candidate> useful = pool.stream()
                .filter(each -> Math.abs(each.amount().pence()) < target)
                .sorted(Comparator.comparingLong(
                                (Candidate each) -> -Math.abs(each.amount().pence()))
                        .thenComparing(Candidate::key))
                .toList();
        if (useful.size() < 2 || useful.size() > MOST_POOL) return Optional.empty();
        SumSearch search = new SumSearch(useful, most, enough);
        search.from(0, target);
        return Optional.of(search);
    }

    private void from(int next, long left) {
        if (ways.size() == enough || ++steps > MOST_STEPS) return;
        if (left == 0) {
            if (chosen.size() > 1) ways.add(chosen.stream().map(pool::get).toList());
            return;
        }
        if (next == amounts.length || chosen.size() == most || rest[next] < left) return;
        for (int i = next; i < amounts.length && rest[i] >= left; i++) {
            if (amounts[i] > left) continue;
            chosen.add(i);
            from(i + 1, left - amounts[i]);
            chosen.removeLast();
            if (ways.size() == enough || steps > MOST_STEPS) return;
        }
    }
}
