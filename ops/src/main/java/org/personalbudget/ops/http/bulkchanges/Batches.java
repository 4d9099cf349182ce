package org.personalbudget.ops.http.bulkchanges;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ops.http.request.Call;

/**
 * Asks the same of many budgets. Each request has an identity made of the call and the budget, so a call that is
 * repeated after a crash goes on where it stopped and does nothing twice.
 */
public final class Batches {

    private static final int AT_A_TIME = 64;

    private final LedgerGateway ledger;

    public Batches(LedgerGateway ledger) {
        this.ledger = ledger;
    }

    /** What each budget answered, in the order asked. */
    Map<BudgetId, Answer> ask(List<BudgetId> budgets, Function<BudgetId, Command> command, Call call) {
        Map<BudgetId, Answer> answers = new LinkedHashMap<>();
        Iterator<BudgetId> next = budgets.iterator();
        while (next.hasNext()) {
            Map<BudgetId, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
            while (next.hasNext() && asked.size() < AT_A_TIME) {
                BudgetId budget = next.next();
                asked.put(budget, ledger.send(request(budget, command.apply(budget), call)));
            }
            asked.forEach((budget, answer) -> answers.put(budget, answer.join()));
        }
        return answers;
    }

    private static Request request(BudgetId budget, Command command, Call call) {
        return call.beside(new CommandId(call.newId("of/" + budget)), command);
    }

    /** The last position of all answers, or of the one before them. */
    static long position(Map<BudgetId, Answer> answers, long before) {
        List<Long> positions = new ArrayList<>(List.of(before));
        for (Answer answer : answers.values()) {
            switch (answer) {
                case Answer.Accepted accepted -> positions.add(accepted.position());
                case Answer.Refused refused -> positions.add(refused.position());
                case Answer.KeyReused reused ->
                    throw new IllegalStateException("one call asked for two things: " + reused);
            }
        }
        return positions.stream().max(Long::compareTo).orElseThrow();
    }
}
