package org.personalbudget.ledger.budget;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.BudgetCommand.AssessContribution;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.BudgetEvent.BudgetAllocated;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.TakeOnCommand.TakeOnBudget;
import org.personalbudget.ledger.budget.TakeOnEvent.AccountTakenOn;
import org.personalbudget.ledger.budget.TakeOnEvent.ItemTakenOn;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;

/**
 * One budget comes over: every step is decided as if it had been asked for by itself, what was prepared by the preparer
 * and what is approved by the approver; any refusal is the refusal of the whole. The council agreed to the plan in its
 * old system, so no limit holds here.
 */
final class TakingOn {

    private final TakeOnBudget command;
    private final BudgetFacts facts;
    private final Circumstances at;
    private final Budget empty;
    private final Draft draft;

    TakingOn(TakeOnBudget command, BudgetAllocated terms, BudgetFacts facts) {
        this.command = command;
        this.facts = facts;
        this.at = facts.at();
        this.empty = Budget.allocated(terms);
        this.draft = new Draft(empty).add(terms);
    }

    /** The circumstances of whoever prepared the batch. */
    static Circumstances asPrepared(TakeOnBudget command, Circumstances at) {
        return asked(at, new Actor(command.prepared(), Role.FINANCE_CONTROLLER), at.command());
    }

    private static Circumstances asked(Circumstances at, Actor actor, CommandId id) {
        return new Circumstances(id, actor, at.moment(), at.today(), at.policy(), at.calendar(), at.closed());
    }

    Decision decide() {
        Optional<Decision.Refused> refused =
                plan().or(this::contribution).or(this::accounts).or(this::items);
        if (refused.isPresent()) return refused.get();
        Arrears.raise(empty, draft, at);
        return draft.accepted();
    }

    private Optional<Decision.Refused> plan() {
        ProposePlan proposal =
                new ProposePlan(command.budget(), command.on(), command.outcomes(), command.lines(), null, null, null);
        Circumstances approving = asked(at, new Actor(at.actor().id(), Role.PANEL), at.command());
        return take(Planning.propose(proposal, draft.budget(), asPrepared(command, at)))
                .or(() ->
                        take(Planning.approve(new ApprovePlan(command.budget(), 1), draft.budget(), facts(approving))));
    }

    private Optional<Decision.Refused> contribution() {
        Money weekly = command.contribution();
        if (weekly == null || weekly.isZero()) return Optional.empty();
        return take(Contributing.assess(
                new AssessContribution(command.budget(), weekly, command.on()),
                draft.budget(),
                facts(asPrepared(command, at))));
    }

    /** What is known besides is the same, whoever asks. */
    private BudgetFacts facts(Circumstances asked) {
        return new BudgetFacts(
                asked,
                facts.supplier(),
                facts.payment(),
                facts.instalments(),
                facts.payments(),
                facts.document(),
                facts.pool(),
                facts.receipt(),
                facts.details());
    }

    private Optional<Decision.Refused> accounts() {
        for (int i = 0; i < command.accounts().size(); i++) {
            TakenAccount taken = command.accounts().get(i);
            Optional<Decision.Refused> refused = open(taken, i + 1);
            if (refused.isPresent()) return refused;
        }
        return Optional.empty();
    }

    private Optional<Decision.Refused> open(TakenAccount taken, int number) {
        var id = new CommandId(at.newId("account/" + number));
        Circumstances opening = asked(at, asPrepared(command, at).actor(), id);
        Decision opened = Accounts.open(
                new OpenAccount(
                        command.budget(), taken.kind(), taken.method(), taken.holder(), command.on(), List.of()),
                draft.budget(),
                facts(opening));
        Optional<Decision.Refused> refused = take(opened);
        if (refused.isPresent() || taken.balances().parts().isEmpty()) return refused;
        AccountId account = accountOf(opened);
        Optional<BudgetRefusal> wrong = TakeOnRules.balances(account, taken, draft.budget(), at);
        if (wrong.isPresent()) return Optional.of(new Decision.Refused(wrong.get()));
        draft.add(new AccountTakenOn(
                command.budget(),
                then(),
                command.batch(),
                account,
                taken.kind(),
                taken.balances(),
                draft.budget().lead()));
        return Optional.empty();
    }

    private static AccountId accountOf(Decision opened) {
        for (Event event : ((Decision.Accepted) opened).events()) {
            if (event instanceof AccountOpened account) return account.account();
        }
        throw new IllegalStateException("an account was opened: " + opened);
    }

    private Optional<Decision.Refused> items() {
        for (int i = 0; i < command.items().size(); i++) {
            OpenItem item = command.items().get(i);
            Optional<BudgetRefusal> wrong = TakeOnRules.item(item, draft.budget(), at);
            if (wrong.isPresent()) return Optional.of(new Decision.Refused(wrong.get()));
            draft.add(new ItemTakenOn(
                    command.budget(),
                    then(),
                    command.batch(),
                    item,
                    reference(item, i + 1),
                    draft.budget().lead()));
        }
        return Optional.empty();
    }

    private @Nullable UUID reference(OpenItem item, int number) {
        return item.kind() == OpenItem.Kind.CONTRIBUTION ? null : at.newId("item/" + number);
    }

    /** What is taken on stands as on the day of the take-on. */
    private When then() {
        return at.on(command.on());
    }

    private Optional<Decision.Refused> take(Decision decision) {
        switch (decision) {
            case Decision.Refused refused -> {
                return Optional.of(refused);
            }
            case Decision.Accepted accepted -> {
                for (Event event : accepted.events()) draft.add((BudgetEvent) event);
                return Optional.empty();
            }
        }
    }
}
