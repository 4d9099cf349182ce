package org.personalbudget.ledger.policy;

import java.util.Set;
import org.personalbudget.ledger.terms.Category;

/**
 * What may change without anybody else.
 *
 * @param hospitalPaidDays how many days in hospital are paid in full
 * @param upliftLimit up to which rise of a price, in hundredths of a percent, a batch may go by itself
 * @param finalLiabilities what may still be paid after a budget has ended: debts already incurred
 */
public record Changing(int hospitalPaidDays, int upliftLimit, Set<Category> finalLiabilities) {

    public Changing {
        finalLiabilities = Set.copyOf(finalLiabilities);
    }
}
