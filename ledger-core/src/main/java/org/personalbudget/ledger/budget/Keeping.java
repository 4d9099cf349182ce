package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;

/**
 * Which NET account keeps the contribution of a period back: the first that was given an instalment for it, and from
 * the day on which another takes its place, that other.
 */
final class Keeping {

    private Keeping() {}

    /**
     * The part of a period's contribution that falls on the days on which this account keeps it back. Each run of days
     * has what the contribution grows by in it, so that the runs of a period add up to the whole.
     */
    static Money keptBy(Account account, Charge charge, Budget budget) {
        Money kept = Money.ZERO;
        LocalDate last = charge.service().last();
        for (LocalDate day = charge.service().first(); !day.isAfter(last); day = day.plusDays(1)) {
            if (!isKeeper(account, charge, day, budget)) continue;
            LocalDate end = day;
            while (end.isBefore(last) && isKeeper(account, charge, end.plusDays(1), budget)) end = end.plusDays(1);
            kept = kept.plus(due(charge, end, budget)).minus(due(charge, day.minusDays(1), budget));
            day = end;
        }
        return kept;
    }

    private static Money due(Charge charge, LocalDate to, Budget budget) {
        LocalDate from = charge.service().first();
        return to.isBefore(from) ? Money.ZERO : Dues.over(new DateRange(from, to), budget);
    }

    private static boolean isKeeper(Account account, Charge charge, LocalDate day, Budget budget) {
        if (charge.keeper() == null) return false;
        Account keeper = budget.accounts().get(charge.keeper());
        while (keeper != null && !Accounts.isOpenOn(keeper, day, budget)) {
            keeper = day.isBefore(keeper.opened().startsOn())
                    ? get(budget.lifecycle().predecessorOf(keeper.id()), budget)
                    : get(budget.lifecycle().successorOf(keeper.id()), budget);
        }
        return keeper != null && keeper.id().equals(account.id()) && Owed.isNet(account);
    }

    private static @Nullable Account get(Optional<AccountId> id, Budget budget) {
        return id.map(budget.accounts()::get).orElse(null);
    }

    /** Whether an account that this one took the place of, or that took its place, was given something for a period. */
    static boolean followsOnIn(PeriodId period, Account account, Budget budget) {
        Optional<AccountId> before = budget.lifecycle().predecessorOf(account.id());
        while (before.isPresent()) {
            if (isGiven(before.get(), period, budget)) return true;
            before = budget.lifecycle().predecessorOf(before.get());
        }
        Optional<AccountId> after = budget.lifecycle().successorOf(account.id());
        while (after.isPresent()) {
            if (isGiven(after.get(), period, budget)) return true;
            after = budget.lifecycle().successorOf(after.get());
        }
        return false;
    }

    private static boolean isGiven(AccountId id, PeriodId period, Budget budget) {
        Account account = budget.accounts().get(id);
        return account != null && account.advances().containsKey(period);
    }
}
