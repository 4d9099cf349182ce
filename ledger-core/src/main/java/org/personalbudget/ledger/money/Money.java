package org.personalbudget.ledger.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An amount of pounds sterling as a count of pence. Never a floating-point number (law 2). Arithmetic that would
 * overflow throws {@link ArithmeticException}.
 *
 * @param pence the amount in pence, negative for what is owed back
 */
public record Money(long pence) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    private static final Pattern FORMAT = Pattern.compile("-?(0|[1-9][0-9]{0,12})\\.[0-9]{2}");

    public static Money ofPence(long pence) {
        return pence == 0 ? ZERO : new Money(pence);
    }

    /**
     * Reads pounds with exactly two decimals, such as {@code "1240.00"}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Money of(String pounds) {
        if (!FORMAT.matcher(pounds).matches()) {
            throw new IllegalArgumentException("money is written in pounds with two decimals, such as 1240.00");
        }
        return ofPence(new BigDecimal(pounds).movePointRight(2).longValueExact());
    }

    public Money plus(Money other) {
        return ofPence(Math.addExact(pence, other.pence));
    }

    public Money minus(Money other) {
        return ofPence(Math.subtractExact(pence, other.pence));
    }

    public Money negated() {
        return ofPence(Math.negateExact(pence));
    }

    public Money times(long factor) {
        return ofPence(Math.multiplyExact(pence, factor));
    }

    /** This amount times {@code numerator / denominator}; the rounding, on the magnitude, is named by the caller. */
    public Money timesRatio(long numerator, long denominator, RoundingMode rounding) {
        BigDecimal product = new BigDecimal(BigInteger.valueOf(pence).multiply(BigInteger.valueOf(numerator)));
        return ofPence(
                product.divide(BigDecimal.valueOf(denominator), 0, rounding).longValueExact());
    }

    /** This rate times a quantity, rounded once, half up. */
    public Money times(BigDecimal quantity) {
        return ofPence(BigDecimal.valueOf(pence)
                .multiply(quantity)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public boolean isZero() {
        return pence == 0;
    }

    public boolean isPositive() {
        return pence > 0;
    }

    public boolean isNegative() {
        return pence < 0;
    }

    public boolean exceeds(Money other) {
        return pence > other.pence;
    }

    public Money atLeastZero() {
        return isNegative() ? ZERO : this;
    }

    public Money min(Money other) {
        return pence <= other.pence ? this : other;
    }

    public Money max(Money other) {
        return pence >= other.pence ? this : other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(pence, other.pence);
    }

    /** Pounds with two decimals, as {@link #of(String)} reads them. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(pence, 2).toPlainString();
    }
}
