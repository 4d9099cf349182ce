package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.*;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.CustodyCommand.RecordUnknownCredit;
import org.personalbudget.ledger.budget.CustodyCommand.WithdrawUnknownCredit;
import org.personalbudget.ledger.budget.CustodyEvent.UnknownCreditReceived;
import org.personalbudget.ledger.budget.CustodyEvent.UnknownCreditWithdrawn;
import org.personalbudget.ledger.budget.CustodyRefusal.NotSoMuchUnknown;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Pots;
import org.personalbudget.ledger.terms.Source;

/** Money in an account whose origin nobody knows is owed to nobody in particular, and never pays for anything. */
final class UnknownCredits {

    private UnknownCredits() {}

    static Decision receive(RecordUnknownCredit command, Budget budget, Circumstances at) {
        Account account = budget.accounts().get(command.account());
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", command.amount()),
                () -> happened("on", command.on(), at),
                () -> holdsMoney(command.account(), command.on(), budget));
        if (refusal.isPresent() || account == null) return refuse(refusal.orElseThrow());
        return accept(new UnknownCreditReceived(
                command.budget(),
                at.on(command.on()),
                command.account(),
                account.opened().kind(),
                unknown(command.amount(), budget),
                command.reference(),
                at.actor().id()));
    }

    static Decision withdraw(WithdrawUnknownCredit command, Budget budget, Circumstances at) {
        Account account = budget.accounts().get(command.account());
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", command.amount()),
                () -> happened("on", command.on(), at),
                () -> holdsMoney(command.account(), command.on(), budget),
                () -> enough(command, account));
        if (refusal.isPresent() || account == null) return refuse(refusal.orElseThrow());
        return accept(new UnknownCreditWithdrawn(
                command.budget(),
                at.on(command.on()),
                command.account(),
                account.opened().kind(),
                unknown(command.amount(), budget),
                at.actor().id()));
    }

    private static Part unknown(Money amount, Budget budget) {
        return new Part(budget.lead(), Source.UNKNOWN, null, amount);
    }

    private static Optional<BudgetRefusal> enough(WithdrawUnknownCredit command, @Nullable Account account) {
        Money held = Money.ZERO;
        if (account != null) {
            for (Map.Entry<Pots.Key, Money> pot : account.pots().balances().entrySet()) {
                if (pot.getKey().source() == Source.UNKNOWN) held = held.plus(pot.getValue());
            }
        }
        Money there = held;
        return when(
                command.amount().exceeds(there),
                () -> new NotSoMuchUnknown(command.account(), command.amount(), there));
    }
}
