package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.ContributionMethod;

/**
 * What an account is owed for some days of a service period, by the rules as they are now.
 *
 * @param sharing by which shares its days are paid for
 * @param gross what the days cost on the lines that it pays for
 * @param kept what is kept back of it as the person's contribution; nothing under GROSS
 */
record Owed(Sharing sharing, Money gross, Money kept) {

    static final Owed NOTHING = new Owed(Sharing.NONE, Money.ZERO, Money.ZERO);

    /**
     * For the days that are given.
     *
     * @param charge for which days the contribution falls due, or null if none does
     */
    static Owed of(Account account, DateRange days, @Nullable Charge charge, Budget budget) {
        Entitlement entitlement = Entitlement.of(account, days, budget);
        Owed whole = new Owed(entitlement.sharing(), entitlement.total(), Money.ZERO);
        if (charge == null || !isNet(account)) return whole;
        Money councilPart = whole.split().byBook().getOrDefault(charge.book(), Money.ZERO);
        Money kept = Keeping.keptBy(account, charge, budget).min(councilPart);
        return new Owed(whole.sharing, whole.gross, kept);
    }

    /** For a whole period, as what has fallen due of the contribution stands. */
    static Owed now(Account account, Period period, Budget budget) {
        Charge charge = budget.lifecycle().charges().get(period.id());
        return days(account, period, budget)
                .map(days -> of(account, days, charge, budget))
                .orElse(NOTHING);
    }

    /** The days of a period on which the budget, its plan and the account are all in force. */
    static Optional<DateRange> days(Account account, Period period, Budget budget) {
        Optional<LocalDate> planned = budget.firstDay();
        if (planned.isEmpty()) return Optional.empty();
        LocalDate from = account.opened().startsOn();
        if (planned.get().isAfter(from)) from = planned.get();
        LocalDate to = budget.lifecycle().lastDayOf(account.id()).orElse(period.last());
        if (budget.lifecycle().hasEndedBefore(to)) to = budget.lifecycle().lastDayOr(to);
        return to.isBefore(from) ? Optional.empty() : new DateRange(from, to).overlap(period.dates());
    }

    static boolean isNet(Account account) {
        return account.opened().method() == ContributionMethod.NET;
    }

    Money net() {
        return gross.minus(kept);
    }

    /** The gross by funder. */
    private Split split() {
        return sharing.split(gross);
    }

    /** The net by funder: what is kept back comes out of the charging council's part. */
    Split payable(@Nullable Charge charge) {
        if (charge == null || kept.isZero()) return split();
        return new Split(split().parts().stream()
                .map(part -> part.book() == charge.book()
                        ? part.withAmount(part.amount().minus(kept))
                        : part)
                .toList());
    }
}
