package org.personalbudget.ops.sample;

import static org.personalbudget.ledger.kernel.Role.FINANCE_CONTROLLER;

import java.util.List;
import org.personalbudget.ledger.budget.AccrualCommand.AccrueCare;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.period.PeriodCommand.ApproveReopening;
import org.personalbudget.ledger.period.PeriodCommand.BeginClosing;
import org.personalbudget.ledger.period.PeriodCommand.ClosePeriod;
import org.personalbudget.ledger.period.PeriodCommand.RequestReopening;
import org.personalbudget.ledger.terms.BudgetId;

/** The sample council closes each period in the next one, when most bills have come. */
final class SamplePeriods {

    private final SampleDesk desk;

    SamplePeriods(SampleDesk desk) {
        this.desk = desk;
    }

    /** What has been ordered and not billed is accrued, then nothing is posted in the period any more. */
    void close(PeriodId period, List<BudgetId> ordering) {
        desk.send(FINANCE_CONTROLLER, new BeginClosing(period));
        for (BudgetId budget : ordering) desk.send(FINANCE_CONTROLLER, new AccrueCare(budget, period));
        desk.send(FINANCE_CONTROLLER, new ClosePeriod(period));
    }

    /** Once two controllers find that something was forgotten. */
    void reopen(PeriodId period) {
        SampleDesk.Kept reason = desk.words("reopening/" + period, null, "A taxi firm's bills were in another tray.");
        desk.send(FINANCE_CONTROLLER, new RequestReopening(period, reason.note()), reason.entry());
        desk.sendAs("controller-2", FINANCE_CONTROLLER, new ApproveReopening(period));
    }
}
