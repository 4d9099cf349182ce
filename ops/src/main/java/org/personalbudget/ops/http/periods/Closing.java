package org.personalbudget.ops.http.periods;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.budget.AccrualCommand.AccrueCare;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.period.PeriodCommand.ClosePeriod;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;

/**
 * Carries out one closing of a period: every budget accrues, then the period is closed. Each request has an identity made
 * of the closing and the budget, so whoever goes on where a closing stopped does nothing twice.
 */
final class Closing {

    private static final int AT_A_TIME = 64;

    private final LedgerGateway ledger;
    private final PeriodId period;
    private final int number;
    private final Call call;

    /** @param number which closing of this ledger it is */
    Closing(LedgerGateway ledger, PeriodId period, int number, Call call) {
        this.ledger = ledger;
        this.period = period;
        this.number = number;
        this.call = call;
    }

    /** Has the budgets accrue and closes the period; answers the position of the closing. */
    long carryOut(List<BudgetId> budgets) {
        Iterator<BudgetId> next = budgets.iterator();
        while (next.hasNext()) {
            List<CompletableFuture<Answer>> asked = new ArrayList<>();
            while (next.hasNext() && asked.size() < AT_A_TIME) {
                BudgetId budget = next.next();
                asked.add(ledger.send(request(new AccrueCare(budget, period), budget.toString())));
            }
            asked.forEach(answer -> position(answer.join()));
        }
        return position(ledger.send(request(new ClosePeriod(period), "close")).join());
    }

    private Request request(Command command, String of) {
        String name = "closing/" + number + "/" + period + "/" + of;
        return new Request(
                command,
                new CommandId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                "",
                call.caller().id(),
                call.caller().roles(),
                List.of(),
                null,
                call.id().value());
    }

    private static long position(Answer answer) {
        return switch (answer) {
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
