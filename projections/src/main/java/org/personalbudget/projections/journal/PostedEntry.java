package org.personalbudget.projections.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SupplierId;

/**
 * One journal entry as people read it.
 *
 * @param position of the event that posted it
 * @param entry counts the entries of that event, from 1
 * @param budgetId whose it is, or null for a receipt that nobody knows yet what it is for
 * @param event the stable name of the event
 */
public record PostedEntry(
        long position,
        int entry,
        @Nullable BudgetId budgetId,
        String event,
        LocalDate effectiveOn,
        Instant recordedAt,
        PeriodId postingPeriod,
        @Nullable PeriodId servicePeriod,
        List<Line> lines) {

    /**
     * One line: a debit or a credit.
     *
     * @param account a code of the chart of accounts
     * @param accountId the custody account it is about
     */
    public record Line(
            int account,
            Source source,
            Funder book,
            Money debit,
            Money credit,
            @Nullable LineId lineId,
            @Nullable OutcomeId outcomeId,
            @Nullable SupplierId supplierId,
            @Nullable AccountId accountId,
            @Nullable PaymentId ringFence) {}
}
