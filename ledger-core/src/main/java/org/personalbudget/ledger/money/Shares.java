package org.personalbudget.ledger.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount into parts that add up to it to the penny, by largest remainder. */
public final class Shares {

    private Shares() {}

    /**
     * Splits in proportion to the weights. Each part is rounded down on its magnitude; the pence left over go to the
     * largest remainders, and among equals to the earlier weight.
     *
     * @param weights not negative, and not all zero unless the amount is zero
     * @throws IllegalArgumentException if there is something to split and nothing to split it by
     */
    public static List<Money> split(Money amount, List<Long> weights) {
        if (amount.isNegative()) {
            return split(amount.negated(), weights).stream().map(Money::negated).toList();
        }
        BigInteger sum = BigInteger.ZERO;
        for (long weight : weights) sum = sum.add(BigInteger.valueOf(requireNotNegative(weight)));
        if (sum.signum() == 0) return nothing(amount, weights.size());
        return largestRemainder(amount.pence(), weights, sum);
    }

    private static List<Money> largestRemainder(long pence, List<Long> weights, BigInteger sum) {
        int n = weights.size();
        long[] parts = new long[n];
        BigInteger[] remainders = new BigInteger[n];
        long left = pence;
        for (int i = 0; i < n; i++) {
            BigInteger[] exact = BigInteger.valueOf(pence)
                    .multiply(BigInteger.valueOf(weights.get(i)))
                    .divideAndRemainder(sum);
            parts[i] = exact[0].longValueExact();
            remainders[i] = exact[1];
            left -= parts[i];
        }
        IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return IntStream.range(0, n).mapToObj(i -> Money.ofPence(parts[i])).toList();
    }

    private static List<Money> nothing(Money amount, int count) {
        if (!amount.isZero()) throw new IllegalArgumentException("nothing to split " + amount + " by");
        return IntStream.range(0, count).mapToObj(i -> Money.ZERO).toList();
    }

    private static long requireNotNegative(long weight) {
        if (weight < 0) throw new IllegalArgumentException("a weight is not negative: " + weight);
        return weight;
    }

    /** Splits by the funders' agreed shares; ties go to the lead, which is the first, then in funder order. */
    public static Split byFunder(Money amount, List<FunderShare> funders) {
        List<FunderShare> ordered = leadFirst(funders);
        List<Money> amounts = split(
                amount,
                ordered.stream().map(share -> (long) share.basisPoints()).toList());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++)
            parts.add(Part.of(ordered.get(i).funder(), amounts.get(i)));
        return new Split(parts);
    }

    private static List<FunderShare> leadFirst(List<FunderShare> funders) {
        List<FunderShare> ordered = new ArrayList<>(funders.subList(1, funders.size()));
        ordered.sort(Comparator.comparing(FunderShare::funder));
        ordered.addFirst(funders.getFirst());
        return ordered;
    }
}
