package org.personalbudget.ledger.money;

import java.math.BigDecimal;
import org.personalbudget.ledger.terms.Funder;

/**
 * The agreed share of one funder.
 *
 * @param basisPoints hundredths of a percent; the shares of a budget add up to 10,000
 */
public record FunderShare(Funder funder, int basisPoints) {

    /** The share in percent with two decimals, such as {@code 70.00}. */
    public String percent() {
        return BigDecimal.valueOf(basisPoints, 2).toPlainString();
    }
}
