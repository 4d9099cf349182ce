package org.personalbudget.ledger.terms;

import java.math.BigDecimal;

/**
 * A quantity of service, usually hours.
 *
 * @param hundredths hundredths of a unit; 12.5 hours are 1,250
 */
public record Units(long hundredths) {

    /** @throws ArithmeticException if the quantity has more than two decimals */
    public static Units of(BigDecimal quantity) {
        return new Units(quantity.movePointRight(2).longValueExact());
    }

    public BigDecimal quantity() {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
