package org.personalbudget.ledger.statement.ladder;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.MerchantCode;

/**
 * What the ladder goes by, beside lines and candidates.
 *
 * @param account whose statement it is
 * @param budget whose custody account it is, or null for the council's own
 * @param own accounts whose statements are known, by the name that files give them
 * @param fees words by which a fee is known, in upper case
 * @param merchants by kind of merchant, the category that a card payment is
 */
public record Terms(
        StatementAccount account,
        @Nullable BudgetId budget,
        WorkingDays days,
        Map<LineDigest, StatementAccount> own,
        Set<String> fees,
        Map<MerchantCode, Category> merchants) {

    /** How many working days a reference may be early or late. */
    static final int REFERENCE_DAYS = 3;

    /** How many working days a payment of a known counterparty may be early or late. */
    static final int COUNTERPARTY_DAYS = 5;

    /** How many days a contribution may be early or late. */
    static final int CONTRIBUTION_DAYS = 10;

    /** How many contributions may be paid in one. */
    static final int MOST_CONTRIBUTIONS = 3;

    /** How many items may sum to one line. */
    static final int MOST_ITEMS = 12;

    public Terms {
        own = Map.copyOf(own);
        fees = Set.copyOf(fees);
        merchants = Map.copyOf(merchants);
    }
}
