package org.personalbudget.ops.http.takeons;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.budget.TakeOnCommand.TakeOnBudget;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.register.RegisterEntry;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent.TakeOnPrepared;
import org.personalbudget.ops.http.request.Call;

/**
 * Asks the ledger for one budget after another. Each request has an identity made of the batch and the old reference, so
 * a batch that is repeated after a crash goes on where it stopped and takes nothing on twice.
 */
public final class TakeOnBudgets {

    private static final int AT_A_TIME = 64;

    private final LedgerGateway ledger;
    private final Register register;

    public TakeOnBudgets(LedgerGateway ledger, Register register) {
        this.ledger = ledger;
        this.register = register;
    }

    /** What each budget was answered, in the order of the file. */
    List<Answer> take(List<TakenBudget> budgets, TakeOnPrepared prepared, Call call) {
        List<Answer> answers = new ArrayList<>();
        for (int from = 0; from < budgets.size(); from += AT_A_TIME) {
            List<CompletableFuture<Answer>> asked = new ArrayList<>();
            for (TakenBudget budget : budgets.subList(from, Math.min(from + AT_A_TIME, budgets.size()))) {
                asked.add(ledger.send(request(budget, prepared, call)));
            }
            for (CompletableFuture<Answer> answer : asked) answers.add(answer.join());
        }
        return answers;
    }

    private Request request(TakenBudget budget, TakeOnPrepared prepared, Call call) {
        CommandId id = budget.request(prepared.batch());
        List<RegisterEntry> words = new ArrayList<>();
        ActorId preparer = prepared.by();
        LocalDate on = prepared.on();
        TakeOnBudget command = budget.command(prepared.batch(), preparer, on, (outcome, statement) -> {
            var ref = id.derive("words/" + outcome.value());
            words.add(new RegisterEntry.Words(ref, budget.terms().person(), statement));
            return register.noteOf(ref, statement);
        });
        return call.beside(id, command).storing(words);
    }

    /** The last position of all answers, or the one before them. */
    static long position(List<Answer> answers, long before) {
        long position = before;
        for (Answer answer : answers) {
            long its = switch (answer) {
                case Answer.Accepted accepted -> accepted.position();
                case Answer.Refused refused -> refused.position();
                case Answer.KeyReused _ -> before;
            };
            position = Math.max(position, its);
        }
        return position;
    }
}
