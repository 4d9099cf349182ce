package org.personalbudget.ledger.testing;

import static org.personalbudget.ledger.testing.BudgetWords.BUDGET;
import static org.personalbudget.ledger.testing.BudgetWords.CARE;
import static org.personalbudget.ledger.testing.BudgetWords.aNote;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.AccrualCommand.AccrueCare;
import org.personalbudget.ledger.budget.AccrualCommand.ReverseAccrual;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.period.PeriodCommand.ApproveReopening;
import org.personalbudget.ledger.period.PeriodCommand.BeginClosing;
import org.personalbudget.ledger.period.PeriodCommand.ClosePeriod;
import org.personalbudget.ledger.period.PeriodCommand.RequestReopening;

/** What can be asked about periods, and about what is accrued in them. */
public final class PeriodWords {

    /** A second finance controller. */
    public static final ActorId FERN = new ActorId("fern");

    private PeriodWords() {}

    public static Request beginClosing(String period) {
        return Request.of(new BeginClosing(PeriodId.parse(period)));
    }

    public static Request closePeriod(String period) {
        return Request.of(new ClosePeriod(PeriodId.parse(period)));
    }

    /** From the first step to the last, with nothing accrued in between. */
    public static Given closed(String period) {
        return ledger -> ledger.and(beginClosing(period), closePeriod(period));
    }

    public static Request requestReopening(String period) {
        return Request.of(new RequestReopening(PeriodId.parse(period), aNote("why open again")));
    }

    public static Asks approveReopening(String period) {
        return Request.as(FERN, Request.of(new ApproveReopening(PeriodId.parse(period))));
    }

    /** Asked by one controller, agreed to by another. */
    public static Given reopened(String period) {
        return ledger -> ledger.and(requestReopening(period), approveReopening(period));
    }

    public static Request accrue(String period) {
        return Request.of(new AccrueCare(BUDGET, PeriodId.parse(period)));
    }

    /** By hand, on the line for home care. */
    public static Request reverseAccrual(String period, @Nullable String amount) {
        return Request.of(new ReverseAccrual(
                BUDGET, PeriodId.parse(period), CARE, amount == null ? null : Money.of(amount), aNote("why not")));
    }
}
