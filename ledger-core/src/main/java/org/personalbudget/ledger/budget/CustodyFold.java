package org.personalbudget.ledger.budget;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.CustodyEvent.*;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;

/** Takes in what statements show of money in custody. */
final class CustodyFold {

    private CustodyFold() {}

    static Budget evolve(Budget budget, CustodyEvent event) {
        return switch (event) {
            case UnknownCreditReceived e ->
                account(budget, e.account(), a -> a.in(Split.of(e.received()), e.effectiveOn()));
            case UnknownCreditWithdrawn e ->
                account(budget, e.account(), a -> a.out(Split.of(e.withdrawn()), e.effectiveOn()));
            case AccountCreditUndone e ->
                account(budget, e.account(), a -> a.out(e.undone(), e.effectiveOn()))
                        .with(budget.credited().minus(e.payment()))
                        .with(budget.recharges().paidIntoAccount(e.undone().negated()));
            case ContributionPaymentUndone e ->
                account(
                        budget.with(budget.contributions()
                                .receive(e.undone().amount().negated())),
                        e.account(),
                        a -> a.out(Split.of(e.undone()), e.effectiveOn()));
            // Nothing moved.
            case CardDeclined _ -> budget;
        };
    }

    private static Budget account(Budget budget, @Nullable AccountId id, UnaryOperator<Account> change) {
        Account account = id == null ? null : budget.accounts().get(id);
        return account == null ? budget : budget.with(account.id(), change.apply(account));
    }
}
