package org.personalbudget.ops.http.periods;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.budget.AccrualCommand.AccrueCare;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.period.PeriodCommand;
import org.personalbudget.ledger.period.PeriodCommand.BeginClosing;
import org.personalbudget.ledger.period.PeriodCommand.ClosePeriod;
import org.personalbudget.ledger.period.PeriodEvent;
import org.personalbudget.ledger.period.PeriodEvent.ClosingBegun;
import org.personalbudget.ledger.period.PeriodFeature;
import org.personalbudget.ledger.period.Periods;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;

/**
 * Carries out the closing of a period: every budget accrues, then the period is closed. Each request has an identity made
 * of the closing and the budget, so whoever goes on where a closing stopped does nothing twice.
 */
final class Closing {

    private static final int AT_A_TIME = 64;
    private static final PeriodFeature FEATURE = new PeriodFeature();

    private final LedgerGateway ledger;
    private final EventReader log;
    private final Call call;

    Closing(LedgerGateway ledger, EventReader log, Call call) {
        this.ledger = ledger;
        this.log = log;
        this.call = call;
    }

    /** How periods stand. */
    Periods periods() {
        Periods periods = Periods.NONE;
        for (RecordedEvent event : log.stream(PeriodCommand.STREAM, 1)) {
            periods = FEATURE.evolve(periods, (PeriodEvent) event.event());
        }
        return periods;
    }

    /** Begins the closing of a period that comes before the one that was asked for. */
    void begin(PeriodId period) {
        position(ask(new BeginClosing(period), new CommandId(call.newId("begin/" + period))));
    }

    /** Has the budgets accrue and closes the period; answers the position of the closing. */
    long carryOut(PeriodId period, List<BudgetId> budgets) {
        String closing = "closing/" + numberOf(period) + "/";
        Iterator<BudgetId> next = budgets.iterator();
        while (next.hasNext()) {
            List<CompletableFuture<Answer>> asked = new ArrayList<>();
            while (next.hasNext() && asked.size() < AT_A_TIME) {
                BudgetId budget = next.next();
                asked.add(ask(new AccrueCare(budget, period), idOf(closing + budget)));
            }
            asked.forEach(Closing::position);
        }
        return position(ask(new ClosePeriod(period), idOf(closing + period)));
    }

    /** Which closing it is: the last that was begun of this period. */
    private int numberOf(PeriodId period) {
        return log.stream(PeriodCommand.STREAM, 1).stream()
                .map(RecordedEvent::event)
                .filter(ClosingBegun.class::isInstance)
                .map(ClosingBegun.class::cast)
                .filter(begun -> begun.period().equals(period))
                .reduce((_, later) -> later)
                .orElseThrow(
                        () -> new IllegalStateException("the closing of " + period + " was begun and is not there"))
                .number();
    }

    private static CommandId idOf(String name) {
        return new CommandId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private CompletableFuture<Answer> ask(Command command, CommandId id) {
        return ledger.send(call.beside(id, command));
    }

    private static long position(CompletableFuture<Answer> answer) {
        return switch (answer.join()) {
            case Answer.Accepted accepted -> accepted.position();
            case Answer.Refused refused ->
                throw new ProblemException(
                        Refusals.problemOf(refused.refused().refusal()),
                        Desk.POSITION,
                        Long.toString(refused.position()));
            case Answer.KeyReused reused -> throw new IllegalStateException("one closing, two things: " + reused);
        };
    }
}
