package org.personalbudget.ledger.terms;

import java.math.BigDecimal;

/**
 * A quantity of service, usually hours.
 *
 * @param hundredths hundredths of a unit; 12.5 hours are 1,250
 */
public record Units(long hundredths) {

    private static final long MOST_HUNDREDTHS = 99_999_999;

    /** @throws IllegalArgumentException beyond 999,999.99 units, with which no price could overflow */
    public Units {
        if (hundredths > MOST_HUNDREDTHS || hundredths < -MOST_HUNDREDTHS) {
            throw new IllegalArgumentException("nobody delivers " + BigDecimal.valueOf(hundredths, 2) + " units");
        }
    }

    /** @throws ArithmeticException if the quantity has more than two decimals */
    public static Units of(BigDecimal quantity) {
        return new Units(quantity.movePointRight(2).longValueExact());
    }

    public BigDecimal quantity() {
        return BigDecimal.valueOf(hundredths, 2);
    }

    @Override
    public String toString() {
        return quantity().toPlainString();
    }
}
