package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ContributionEvent.ClientMoneyReleased;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionAdjusted;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Pots;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Source;

/**
 * Brings the contribution of every period for which one has fallen due to what it is by the rules now. What the person
 * had paid too much is owed back to them; as far as it still lies in the account, it becomes the council's money there.
 */
final class ContributionRestatement {

    private final LocalDate from;
    private final Draft draft;
    private final Circumstances at;

    ContributionRestatement(LocalDate from, Draft draft, Circumstances at) {
        this.from = from;
        this.draft = draft;
        this.at = at;
    }

    void follow() {
        Map<PeriodId, Charge> charges = new TreeMap<>(draft.budget().lifecycle().charges());
        charges.forEach((period, charge) -> {
            if (!charge.service().last().isBefore(from)) follow(period, charge);
        });
    }

    private void follow(PeriodId period, Charge charge) {
        Budget budget = draft.budget();
        Money was = budget.contributions().raised().getOrDefault(period, Money.ZERO);
        Money is = Dues.over(charge.service(), budget);
        if (is.equals(was)) return;
        Money decrease = was.minus(is).atLeastZero();
        Money toRefund = budget.contributions().paidOf(decrease);
        draft.add(new ContributionAdjusted(
                budget.terms().budget(),
                at.now(),
                period,
                charge.service(),
                was,
                is,
                charge.book(),
                charge.method(),
                charge.keeper(),
                decrease.minus(toRefund),
                toRefund));
        release(toRefund, period, charge);
    }

    /** In the account that keeps the contribution back, then in those that took its place. */
    private void release(Money toRefund, PeriodId period, Charge charge) {
        Money left = toRefund;
        AccountId id = charge.keeper();
        while (id != null) {
            Money released = release(id, left, period, charge);
            left = left.minus(released);
            id = draft.budget().lifecycle().successorOf(id).orElse(null);
        }
    }

    private Money release(AccountId id, Money atMost, PeriodId period, Charge charge) {
        Account account = draft.budget().accounts().get(id);
        Money amount = atMost.min(free(account, period, charge));
        if (account == null || !amount.isPositive()) return Money.ZERO;
        draft.add(new ClientMoneyReleased(
                draft.budget().terms().budget(), at.now(), id, account.opened().kind(), period, charge.book(), amount));
        return amount;
    }

    private static Money free(@Nullable Account account, PeriodId period, Charge charge) {
        if (account == null || !Owed.isNet(account) || !account.advances().containsKey(period)) return Money.ZERO;
        Pots.Key client = new Pots.Key(charge.book(), Source.CLIENT, null);
        return account.pots().balances().getOrDefault(client, Money.ZERO).atLeastZero();
    }
}
