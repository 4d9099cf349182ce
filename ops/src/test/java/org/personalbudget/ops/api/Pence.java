package org.personalbudget.ops.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Expected figures, worked out anew from the rules and with nothing of the ledger's own arithmetic. */
final class Pence {

    private Pence() {}

    static long of(String pounds) {
        return new BigDecimal(pounds).movePointRight(2).longValueExact();
    }

    static String text(long pence) {
        return BigDecimal.valueOf(pence, 2).toPlainString();
    }

    /** A weekly amount for some days. */
    static long days(long weekly, long days, RoundingMode rounding) {
        return BigDecimal.valueOf(weekly)
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(7), 0, rounding)
                .longValueExact();
    }

    /** An amount in proportion to weights: by largest remainder, ties to the earlier. */
    static List<Long> split(long amount, List<Long> weights) {
        long all = weights.stream().mapToLong(Long::longValue).sum();
        List<Long> shares = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        long left = amount;
        for (int i = 0; i < weights.size(); i++) {
            long share = amount * weights.get(i) / all;
            shares.add(share);
            order.add(i);
            left -= share;
        }
        order.sort(Comparator.comparingLong(i -> -(amount * weights.get(i) % all)));
        for (int i = 0; i < left; i++) shares.set(order.get(i), shares.get(order.get(i)) + 1);
        return shares;
    }
}
