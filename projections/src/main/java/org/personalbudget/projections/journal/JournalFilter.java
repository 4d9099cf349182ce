package org.personalbudget.projections.journal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * Which entries to list; what is null does not restrict. An entry is listed whole if any of its lines fits.
 *
 * @param account a code of the chart of accounts
 * @param custody one custody account
 * @param from the first effective day
 * @param to the last effective day
 * @param known what was recorded later is left out
 */
public record JournalFilter(
        @Nullable BudgetId budget,
        @Nullable Integer account,
        @Nullable AccountId custody,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant known) {

    public static final JournalFilter ALL = new JournalFilter(null, null, null, null, null, null);

    public static JournalFilter ofBudget(BudgetId budget) {
        return new JournalFilter(budget, null, null, null, null, null);
    }
}
