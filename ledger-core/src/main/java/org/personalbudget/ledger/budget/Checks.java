package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeRefusal.BudgetHasEnded;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;

/** Rules that several commands share. Each answers the refusal, or nothing if the rule is met. */
final class Checks {

    /** No single amount is larger: £100 million, far above any personal budget, far below an overflow. */
    static final Money LARGEST = Money.of("100000000.00");

    private Checks() {}

    /** The first rule that is not met. Rules are looked at in order, and only until one is not met. */
    @SafeVarargs
    static Optional<BudgetRefusal> first(Supplier<Optional<? extends BudgetRefusal>>... rules) {
        return Stream.of(rules)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .map(BudgetRefusal.class::cast)
                .findFirst();
    }

    static Optional<BudgetRefusal> when(boolean broken, Supplier<? extends BudgetRefusal> refusal) {
        return broken ? Optional.of(refusal.get()) : Optional.empty();
    }

    static Optional<BudgetRefusal> positive(String field, Money amount) {
        if (!amount.isPositive()) return Optional.of(new AmountNotPositive(field, amount));
        return notTooLarge(field, amount);
    }

    static Optional<BudgetRefusal> notNegative(String field, Money amount) {
        if (amount.isNegative()) return Optional.of(new AmountNotPositive(field, amount));
        return notTooLarge(field, amount);
    }

    private static Optional<BudgetRefusal> notTooLarge(String field, Money amount) {
        return when(amount.exceeds(LARGEST), () -> new AmountTooLarge(field, amount, LARGEST));
    }

    static Optional<BudgetRefusal> inTable(String field, @Nullable LocalDate date, Circumstances at) {
        DateRange table = at.calendar().range();
        if (date == null || table.contains(date)) return Optional.empty();
        return Optional.of(new DateOutOfRange(field, date, table.first(), table.last()));
    }

    /** What has happened has a date that has come. */
    static Optional<BudgetRefusal> happened(String field, LocalDate date, Circumstances at) {
        if (date.isAfter(at.today())) return Optional.of(new DateInFuture(field, date, at.today()));
        return inTable(field, date, at);
    }

    /** An account of this budget, open on that day, which money can be in. */
    static Optional<BudgetRefusal> holdsMoney(AccountId id, LocalDate on, Budget budget) {
        Account account = budget.accounts().get(id);
        if (account == null)
            return Optional.of(new UnknownAccount(budget.terms().budget(), id));
        AccountKind kind = account.opened().kind();
        LocalDate startsOn = account.opened().startsOn();
        return first(
                () -> when(!kind.holdsMoney(), () -> new AccountHoldsNoMoney(id, kind)),
                () -> when(on.isBefore(startsOn), () -> new BeforeAccountOpens("on", id, on, startsOn)));
    }

    /** After the last day nothing begins any more, whatever day it is to begin on. */
    static Optional<BudgetRefusal> notEnded(LocalDate begins, Budget budget, Circumstances at) {
        LocalDate lastDay = budget.lifecycle().lastDay();
        if (lastDay == null) return Optional.empty();
        boolean over = begins.isAfter(lastDay) || at.today().isAfter(lastDay);
        return when(over, () -> new BudgetHasEnded(lastDay));
    }
}
