package org.personalbudget.projections.period;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;

/**
 * A period as it stands.
 *
 * @param closed when and by whom it was closed last, or null while it never was
 * @param reopening who wants it opened again, or null
 * @param expenditure all that is posted in it
 * @param priorPeriods of that, what is for earlier periods: facts that came late, accruals taken back
 * @param accrued what was accrued for it, whenever
 * @param reversed what was taken back of that
 */
public record PeriodView(
        PeriodId period,
        Standing standing,
        @Nullable Step closed,
        @Nullable Step reopening,
        Money expenditure,
        Money priorPeriods,
        Money accrued,
        Money reversed) {

    /** Whether anything is posted in it. */
    public enum Standing {
        OPEN,
        /** What was not billed is being accrued; it is open until that is done. */
        CLOSING,
        CLOSED
    }

    /** @param reason the register's reference to the words, or null */
    public record Step(Instant at, String by, @Nullable UUID reason) {}

    /** What of its accruals still counts. */
    public Money standingAccruals() {
        return accrued.minus(reversed);
    }

    /**
     * Expenditure of one account for one service period.
     *
     * @param account four digits of the chart of accounts
     * @param book whose expenditure it is
     */
    public record Spent(PeriodId servicePeriod, int account, Funder book, Money amount) {}

    /** What another period posts for this one. */
    public record Moved(PeriodId postingPeriod, Money amount) {}

    /**
     * A period with all that makes it up.
     *
     * @param spent what is posted in it, by service period, account and funder
     * @param movedLater what later periods post for it
     * @param budgets how many budgets have anything accrued in it
     */
    public record Full(PeriodView period, List<Spent> spent, List<Moved> movedLater, int budgets) {}
}
