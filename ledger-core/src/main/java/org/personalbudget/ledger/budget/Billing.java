package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionFellDue;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.ContributionMethod;

/**
 * What an instalment makes fall due of the person's contribution: once for a period, except that an account that takes
 * the place of another adds its own days.
 */
final class Billing {

    private Billing() {}

    static Money due(Account account, PeriodId period, DateRange days, Budget budget) {
        Charge before = budget.lifecycle().charges().get(period);
        if (before == null) return Dues.over(days, budget);
        if (!Keeping.followsOnIn(period, account, budget)) return Money.ZERO;
        Money raised = budget.contributions().raised().getOrDefault(period, Money.ZERO);
        return Dues.over(before.over(days), budget).minus(raised).atLeastZero();
    }

    /** For which days the contribution of the period will have fallen due with this instalment. */
    static @Nullable Charge charge(Account account, PeriodId period, DateRange days, Budget budget) {
        Charge before = budget.lifecycle().charges().get(period);
        ContributionMethod method = account.opened().method();
        if (before == null) {
            AccountId keeper = Owed.isNet(account) ? account.id() : null;
            return budget.chargingCouncil()
                    .map(book -> new Charge(days, book, method, keeper))
                    .orElse(null);
        }
        if (!Keeping.followsOnIn(period, account, budget)) return before;
        return new Charge(before.over(days), before.book(), before.method(), before.keeper());
    }

    /** What the account keeps back falls due there; what is beyond it, the person is billed for. */
    static void raise(
            Account account, PeriodId period, DateRange days, Money due, Money kept, Draft draft, Circumstances at) {
        Money net = due.min(kept);
        raise(period, days, net, ContributionMethod.NET, account.id(), draft, at);
        raise(period, days, due.minus(net), ContributionMethod.GROSS, null, draft, at);
    }

    static void raise(
            PeriodId period,
            DateRange days,
            Money due,
            ContributionMethod method,
            @Nullable AccountId account,
            Draft draft,
            Circumstances at) {
        if (!due.isPositive()) return;
        Budget budget = draft.budget();
        draft.add(new ContributionFellDue(
                budget.terms().budget(),
                at.on(days.first()),
                period,
                days,
                due,
                budget.chargingCouncil().orElseThrow(),
                method,
                account));
    }
}
