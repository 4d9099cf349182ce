package org.personalbudget.ledger.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing history short: drops what can be dropped while it still fails in the same way. */
final class Shrinker {

    private Shrinker() {}

    static List<Step> shortest(List<Step> failing, Predicate<List<Step>> stillFails) {
        List<Step> best = failing;
        for (int chunk = Math.max(1, best.size() / 2); ; chunk = Math.max(1, chunk / 2)) {
            boolean dropped = false;
            for (int from = 0; from < best.size(); ) {
                List<Step> without = new ArrayList<>(best.subList(0, from));
                without.addAll(best.subList(Math.min(from + chunk, best.size()), best.size()));
                if (without.size() < best.size() && stillFails.test(without)) {
                    best = without;
                    dropped = true;
                } else {
                    from += chunk;
                }
            }
            if (chunk == 1 && !dropped) return best;
        }
    }
}
