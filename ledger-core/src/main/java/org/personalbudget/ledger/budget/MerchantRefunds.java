package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.JudgementCommand.RecordRefund;
import org.personalbudget.ledger.budget.JudgementEvent.SpendRefunded;
import org.personalbudget.ledger.budget.JudgementRefusal.BeforeSpend;
import org.personalbudget.ledger.budget.JudgementRefusal.ExceedsSpend;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;

/**
 * Money of a spend comes back from the merchant: with the split it went out with, over what of it remains. What is
 * under query goes first; what was reclaimed is owed, and comes back as a reclaim does.
 */
final class MerchantRefunds {

    private MerchantRefunds() {}

    static Decision refund(RecordRefund command, Spent spent, Budget budget, Circumstances at) {
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", command.amount()),
                () -> happened("on", command.on(), at),
                () -> when(command.on().isBefore(spent.on()), () -> new BeforeSpend("on", command.on(), spent.on())),
                () -> when(
                        command.amount().exceeds(spent.remaining()),
                        () -> new ExceedsSpend(command.spend(), command.amount(), spent.remaining())));
        if (refusal.isPresent()) return refuse(refusal.get());
        Draft draft = new Draft(budget);
        Money queried = command.amount().min(spent.underQuery().total());
        Money accepted = command.amount().minus(queried);
        if (queried.isPositive()) {
            Split split = spent.underQuery().part(queried, budget.lead());
            draft.add(refunded(command, spent, split, Split.NOTHING, true, budget, at));
        }
        if (accepted.isPositive()) {
            Split split = spent.accepted().part(accepted, budget.lead());
            Split consumed = spent.consumed().part(accepted, budget.lead());
            draft.add(refunded(command, spent, split, consumed, false, budget, at));
        }
        return draft.accepted();
    }

    private static SpendRefunded refunded(
            RecordRefund command,
            Spent spent,
            Split split,
            Split consumed,
            boolean underQuery,
            Budget budget,
            Circumstances at) {
        return new SpendRefunded(
                command.budget(),
                at.on(command.on()),
                command.spend(),
                spent.account(),
                budget.account(spent.account()).opened().kind(),
                spent.category(),
                spent.line(),
                spent.outcome(),
                spent.servicePeriod(),
                split,
                consumed,
                underQuery,
                budget.lead(),
                at.actor().id());
    }
}
