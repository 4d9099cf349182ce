package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;

/** The model's own arithmetic: exact decimals in pounds, rounded only where the rules name a rounding. */
final class Sums {

    static final BigDecimal NIL = new BigDecimal("0.00");
    static final BigDecimal PENNY = new BigDecimal("0.01");
    private static final BigDecimal SEVEN = BigDecimal.valueOf(7);

    private Sums() {}

    static BigDecimal pounds(Money money) {
        return new BigDecimal(money.toString());
    }

    static Money money(BigDecimal pounds) {
        return Money.of(pounds.setScale(2, RoundingMode.UNNECESSARY).toPlainString());
    }

    static BigDecimal atLeastNil(BigDecimal amount) {
        return amount.max(NIL);
    }

    static BigDecimal sum(Iterable<BigDecimal> amounts) {
        BigDecimal total = NIL;
        for (BigDecimal amount : amounts) total = total.add(amount);
        return total;
    }

    /** A weekly amount for some days, to the penny. */
    static BigDecimal forDays(BigDecimal weekly, long days, RoundingMode rounding) {
        return weekly.multiply(BigDecimal.valueOf(days)).divide(SEVEN, 2, rounding);
    }

    /**
     * Hands an amount out in proportion to weights: everybody gets the whole pence of their exact part, and what is left
     * goes penny by penny to whoever lost most by that; of two who lost the same, to the earlier.
     */
    static List<BigDecimal> apportion(BigDecimal amount, List<BigDecimal> weights) {
        BigDecimal whole = sum(weights);
        BigDecimal left = amount.abs();
        List<BigDecimal> given = new ArrayList<>();
        List<BigDecimal> lost = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigDecimal exact = amount.abs().multiply(weight);
            BigDecimal part = whole.signum() == 0 ? NIL : exact.divide(whole, 2, RoundingMode.DOWN);
            given.add(part);
            lost.add(exact.subtract(part.multiply(whole)));
            left = left.subtract(part);
        }
        while (left.signum() > 0) {
            int most = 0;
            for (int i = 1; i < lost.size(); i++) if (lost.get(i).compareTo(lost.get(most)) > 0) most = i;
            given.set(most, given.get(most).add(PENNY));
            lost.set(most, BigDecimal.valueOf(-1));
            left = left.subtract(PENNY);
        }
        if (amount.signum() < 0) given.replaceAll(BigDecimal::negate);
        return given;
    }

    /** An amount by the agreed shares; ties go to the lead, then in the order of funders. */
    static Map<Funder, BigDecimal> byShares(BigDecimal amount, List<FunderShare> shares) {
        List<FunderShare> order = new ArrayList<>(shares.subList(1, shares.size()));
        order.sort(Comparator.comparing(FunderShare::funder));
        order.addFirst(shares.getFirst());
        List<BigDecimal> parts = apportion(
                amount,
                order.stream()
                        .map(share -> BigDecimal.valueOf(share.basisPoints()))
                        .toList());
        Map<Funder, BigDecimal> result = new EnumMap<>(Funder.class);
        for (int i = 0; i < parts.size(); i++) result.put(order.get(i).funder(), parts.get(i));
        return result;
    }
}
