package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.holdsMoney;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.AccountOpened;
import org.personalbudget.ledger.budget.BudgetRefusal.AccountCannotAfford;
import org.personalbudget.ledger.budget.BudgetRefusal.BeforeAccountOpens;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownAccount;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeCommand.MoveAccount;
import org.personalbudget.ledger.budget.ChangeCommand.RecordTransfer;
import org.personalbudget.ledger.budget.ChangeEvent.AccountClosed;
import org.personalbudget.ledger.budget.ChangeEvent.MoneyTransferred;
import org.personalbudget.ledger.budget.ChangeRefusal.AccountHasClosed;
import org.personalbudget.ledger.budget.ChangeRefusal.SameAccount;
import org.personalbudget.ledger.budget.ChangeRefusal.SameKind;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.PersonRef;

/** Another account takes the place of one, from a day on; what the old one holds is moved when the bank has moved it. */
final class Moving {

    private Moving() {}

    static Decision move(MoveAccount command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        Account old = budget.accounts().get(command.account());
        if (old == null) return refuse(new UnknownAccount(command.budget(), command.account()));
        PersonRef holder = holder(command, old);
        Optional<BudgetRefusal> refusal = first(
                () -> inTable("from", command.from(), at),
                () -> closed(old, budget),
                () -> Checks.notEnded(command.from(), budget, at),
                () -> when(
                        !command.from().isAfter(old.opened().startsOn()),
                        () -> new BeforeAccountOpens(
                                "from", old.id(), command.from(), old.opened().startsOn())),
                () -> when(old.opened().kind() == command.kind(), () -> new SameKind(old.id(), command.kind())),
                () -> Accounts.holder(holder, command.kind()));
        if (refusal.isPresent()) return refuse(refusal.get());
        AccountId successor = new AccountId(at.newId("account"));
        Draft draft = new Draft(budget);
        draft.add(new AccountClosed(
                command.budget(), at.now(), old.id(), command.from().minusDays(1), successor));
        AccountOpened opened = new AccountOpened(
                command.budget(),
                at.now(),
                successor,
                command.kind(),
                command.method(),
                holder,
                command.from(),
                old.opened().lines());
        draft.add(opened);
        ReviewClocks.start(opened, draft, at);
        Restatement.follow(command.from(), budget, draft, facts);
        return draft.accepted();
    }

    /** Who held the old account holds the new one, unless somebody else is named. */
    private static @Nullable PersonRef holder(MoveAccount command, Account old) {
        if (command.holder() != null || !command.kind().holdsMoney()) return command.holder();
        return old.opened().holder();
    }

    private static Optional<BudgetRefusal> closed(Account account, Budget budget) {
        return budget.lifecycle().lastDayOf(account.id()).map(day -> new AccountHasClosed(account.id(), day));
    }

    static Decision transfer(RecordTransfer command, Budget budget, Circumstances at) {
        if (command.from().equals(command.to())) return refuse(new SameAccount(command.from()));
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", command.amount()),
                () -> happened("on", command.on(), at),
                () -> holdsMoney(command.from(), command.on(), budget),
                () -> holdsMoney(command.to(), command.on(), budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        Account from = budget.accounts().get(command.from());
        Account to = budget.accounts().get(command.to());
        if (from == null || to == null) throw new IllegalStateException("both accounts were looked up");
        Optional<Split> moved = moved(command.amount(), from, budget, at);
        if (moved.isEmpty()) {
            return refuse(new AccountCannotAfford(
                    from.id(), command.amount(), from.pots().free()));
        }
        // The whole balance takes along what was missing of a source: it is missing in the other account then.
        Draft draft = new Draft(budget)
                .add(new MoneyTransferred(
                        command.budget(),
                        at.on(command.on()),
                        from.id(),
                        from.opened().kind(),
                        to.id(),
                        to.opened().kind(),
                        moved.get()));
        Overdrafts.raise(to, draft, at);
        return draft.accepted();
    }

    /** The whole balance takes every pot along, also what is set aside; less of it comes out of what is free. */
    private static Optional<Split> moved(Money amount, Account from, Budget budget, Circumstances at) {
        Split all = from.pots().all();
        if (amount.equals(all.total())) return Optional.of(all);
        if (amount.exceeds(from.pots().free())) return Optional.empty();
        return Optional.of(from.pots().attribute(amount, at.policy().attribution(), budget.lead(), null));
    }
}
