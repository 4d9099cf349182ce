package org.personalbudget.ops.sample;

import static org.personalbudget.ledger.kernel.Role.PAYMENTS_APPROVER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_OFFICER;
import static org.personalbudget.ledger.kernel.Role.SYSTEM;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.personalbudget.ledger.budget.BudgetCommand.SubmitPayment;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payrun.PayRunCommand.AddToPayRun;
import org.personalbudget.ledger.payrun.PayRunCommand.ApprovePayRun;
import org.personalbudget.ledger.payrun.PayRunCommand.BuildPayRun;
import org.personalbudget.ledger.payrun.PayRunCommand.ClosePayRun;
import org.personalbudget.ledger.payrun.PayRunCommand.RecordSubmissions;
import org.personalbudget.ledger.payrun.PayRunCommand.SubmitPayRun;
import org.personalbudget.ledger.payrun.PayRunDates;
import org.personalbudget.ledger.payrun.PayRunEvent.PayRunBuilt;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.PayRunKind;
import org.personalbudget.ledger.payrun.RunOrder;
import org.personalbudget.ledger.terms.PayRunId;

/**
 * The instalments of one period go out together: built by one, approved by another. The requests of paying out have the
 * ids that the service gives them, so if it is quicker, it has happened once all the same.
 */
final class SamplePayRun {

    /**
     * One payment that is due.
     *
     * @param details the version of the bank details it goes to
     */
    record Due(PaymentInstructed payment, int details) {}

    private final SampleDesk desk;
    private final PayRunId run;
    private final Period period;

    SamplePayRun(SampleDesk desk, Period period) {
        this.desk = desk;
        this.period = period;
        this.run = new PayRunId(
                UUID.nameUUIDFromBytes(("sample/pay-run/" + period.id()).getBytes(StandardCharsets.UTF_8)));
    }

    void play(List<Due> due, LocalDate day) {
        if (due.isEmpty()) return;
        var dates = new PayRunDates(day, day.plusDays(1), period.first());
        desk.send(PAYMENTS_OFFICER, new BuildPayRun(run, PayRunKind.MAIN, period.first(), period.id(), dates));
        List<PayRunItem> items = items(due);
        desk.send(PAYMENTS_OFFICER, new AddToPayRun(run, 1, items, List.of(), 0));
        for (Event event : desk.send(PAYMENTS_OFFICER, new ClosePayRun(run))) {
            if (event instanceof PayRunBuilt built) desk.send(PAYMENTS_APPROVER, new ApprovePayRun(run, built.hash()));
        }
        for (PayRunItem item : items) {
            var order = new RunOrder(run, item.attempt(), item.details(), item.amount());
            desk.sendOnce(
                    idOf("submit/" + item.payment()),
                    SampleDesk.userOf(PAYMENTS_APPROVER),
                    PAYMENTS_APPROVER,
                    new SubmitPayment(item.budget(), item.payment(), order));
        }
        desk.sendOnce(idOf("submitted/1"), "pay-run-release", SYSTEM, new RecordSubmissions(run, 1, List.of()));
        desk.send(PAYMENTS_APPROVER, new SubmitPayRun(run));
    }

    private List<PayRunItem> items(List<Due> due) {
        List<PayRunItem> items = new ArrayList<>();
        for (Due each : due) {
            PaymentInstructed payment = each.payment();
            items.add(new PayRunItem(
                    items.size() + 1,
                    payment.payment(),
                    1,
                    payment.budget(),
                    Objects.requireNonNull(payment.bankPayee()),
                    payment.purpose(),
                    payment.channel(),
                    each.details(),
                    null,
                    period.first(),
                    payment.split().total()));
        }
        return items;
    }

    private CommandId idOf(String name) {
        return new CommandId(new CommandId(run.value()).derive(name));
    }
}
