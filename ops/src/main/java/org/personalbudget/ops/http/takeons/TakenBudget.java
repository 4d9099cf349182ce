package org.personalbudget.ops.http.takeons;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.personalbudget.ledger.budget.OpenItem;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.budget.TakeOnCommand.TakeOnBudget;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.budget.TakeOnEvent.AccountTakenOn;
import org.personalbudget.ledger.budget.TakeOnEvent.ItemTakenOn;
import org.personalbudget.ledger.budget.TakenAccount;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.OutcomeId;

/**
 * A budget that can be taken on.
 *
 * @param ref what the old system calls it
 * @param statements the outcomes in words, which the register keeps
 * @param line where in the file its row BUDGET is
 * @param rows how many rows of the file it has
 */
record TakenBudget(
        String ref,
        TakenTerms terms,
        Map<OutcomeId, String> statements,
        List<PlanLine> lines,
        List<TakenAccount> accounts,
        List<OpenItem> items,
        long line,
        int rows) {

    /** The same in every batch, so that what the old system calls by one name has nowhere to go twice. */
    BudgetId id() {
        return new BudgetId(named("take-on/" + ref));
    }

    /** The same each time the batch is repeated. */
    CommandId request(BatchId batch) {
        return new CommandId(named("take-on/" + batch + "/" + ref + "/request"));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** @param note keeps the words of one outcome */
    TakeOnBudget command(BatchId batch, ActorId prepared, LocalDate on, BiFunction<OutcomeId, String, Note> note) {
        List<Outcome> outcomes = new ArrayList<>();
        statements.forEach((outcome, words) -> outcomes.add(new Outcome(outcome, note.apply(outcome, words))));
        return new TakeOnBudget(
                id(),
                batch,
                prepared,
                on,
                terms.person(),
                terms.careGroup(),
                terms.aftercare(),
                terms.weekly(),
                terms.funders(),
                terms.riskTier(),
                outcomes,
                lines,
                terms.contribution(),
                accounts,
                items);
    }

    /** The balances and open items it brings, as the ledger will record them: for the totals that are proved before. */
    List<TakeOnEvent> brings(BatchId batch, LocalDate on) {
        var when = new When(on, PeriodCalendar.standard().periodOf(on).id());
        List<TakeOnEvent> facts = new ArrayList<>();
        for (TakenAccount each : accounts) {
            if (each.balances().parts().isEmpty()) continue;
            var account = new AccountId(request(batch).derive("account"));
            facts.add(new AccountTakenOn(id(), when, batch, account, each.kind(), each.balances(), terms.lead()));
        }
        for (OpenItem item : items) facts.add(new ItemTakenOn(id(), when, batch, item, null, terms.lead()));
        return facts;
    }
}
