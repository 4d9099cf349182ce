package org.personalbudget.ledger.budget;

import java.util.function.UnaryOperator;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeEvent.*;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.terms.AccountId;

/** Takes in what changes the course of a budget. */
final class ChangeFold {

    private ChangeFold() {}

    static Budget evolve(Budget budget, ChangeEvent event) {
        Lifecycle life = budget.lifecycle();
        return switch (event) {
            case BudgetSuspended e -> budget.with(life.suspend(e));
            case BudgetResumed e -> budget.with(life.resume(e.from()));
            case BudgetEnded e -> budget.with(life.end(e.lastDay(), false));
            case DeathRecorded e -> budget.with(life.end(e.diedOn(), true));
            case AccountClosed e -> budget.with(life.close(e));
            case MoneyTransferred e -> transfer(budget, e);
            case InstalmentReduced e -> reduce(budget, e);
            case OverAdvanced e ->
                account(budget, e.account(), a -> a.advance(e.servicePeriod(), each -> each.over(e.amount())));
            case UpliftProposed e -> budget.with(life.uplift(e));
            case CutProposed e -> budget.with(life.propose(e));
        };
    }

    /** What was set aside stays set aside in the account that has it now. */
    private static Budget transfer(Budget budget, MoneyTransferred event) {
        Budget left = account(budget, event.from(), account -> account.out(event.moved(), event.effectiveOn()));
        return account(left, event.to(), account -> {
            Account next = account.in(event.moved(), event.effectiveOn());
            for (Part part : event.moved().parts()) {
                if (part.ringFence() != null) next = next.setAside(part.ringFence());
            }
            return next;
        });
    }

    private static Budget reduce(Budget budget, InstalmentReduced event) {
        Budget less = account(budget, event.account(), account -> reduce(account, event));
        boolean waits = event.calledOff() && event.instalment() != InstalmentKind.ONE_OFF;
        return waits ? less.with(less.lifecycle().callOff(event.account(), event.servicePeriod())) : less;
    }

    private static Account reduce(Account account, InstalmentReduced event) {
        return switch (event.instalment()) {
            case REGULAR, ADJUSTMENT -> account.advance(event.servicePeriod(), each -> each.less(event));
            case ONE_OFF -> event.cancelled() ? account.forgo(event.payment()) : account;
        };
    }

    private static Budget account(Budget budget, AccountId id, UnaryOperator<Account> change) {
        Account account = budget.accounts().get(id);
        return account == null ? budget : budget.with(id, change.apply(account));
    }
}
