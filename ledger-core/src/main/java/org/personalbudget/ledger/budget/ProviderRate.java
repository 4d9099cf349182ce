package org.personalbudget.ledger.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.PayProvider;
import org.personalbudget.ledger.budget.BudgetRefusal.ExceedsRate;
import org.personalbudget.ledger.budget.BudgetRefusal.NoRateInForce;
import org.personalbudget.ledger.budget.BudgetRefusal.UnitsDoNotMultiply;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.supplier.SupplierEvent.SupplierRateSet;
import org.personalbudget.ledger.supplier.SupplierState.Supplier;
import org.personalbudget.ledger.terms.Units;

/**
 * The price of a unit on the days of service: the supplier's rate in force; where the supplier never agreed a rate for
 * the category, the plan line's own; where neither is known, the price has no units and only the headroom limits it.
 */
final class ProviderRate {

    private final PayProvider command;
    private final PlanLine line;
    private final Supplier supplier;
    private final Policy policy;

    ProviderRate(PayProvider command, PlanLine line, Supplier supplier, Policy policy) {
        this.command = command;
        this.line = line;
        this.supplier = supplier;
        this.policy = policy;
    }

    /** The rate on the first day of service, or null for a price without units. */
    @Nullable
    Money inForce() {
        return on(command.service().first());
    }

    private @Nullable Money on(LocalDate day) {
        if (!supplier.pricesBy(line.category())) return line.unitRate();
        return supplier.rateOn(line.category(), day).map(SupplierRateSet::rate).orElse(null);
    }

    /** Why the amount is not one that this rate allows, if so. */
    Optional<BudgetRefusal> refusal() {
        LocalDate day = command.service().first();
        for (; !day.isAfter(command.service().last()); day = day.plusDays(1)) {
            if (supplier.pricesBy(line.category()) && on(day) == null) {
                return Optional.of(new NoRateInForce(command.supplier(), line.category(), day));
            }
        }
        Money rate = inForce();
        if (rate == null) return Optional.empty();
        return unitsMultiply(rate).or(this::withinOrder);
    }

    private Optional<BudgetRefusal> unitsMultiply(Money rate) {
        Units units = command.units();
        if (units == null) return Optional.empty();
        Money exact = rate.times(units.quantity());
        long off = Math.abs(command.amount().minus(exact).pence());
        if (off <= policy.lineTolerance().pence()) return Optional.empty();
        return Optional.of(new UnitsDoNotMultiply(line.id(), command.amount(), exact, policy.lineTolerance()));
    }

    /** No more than the units that the plan orders for these days, each at that day's rate. */
    private Optional<BudgetRefusal> withinOrder() {
        Units weekly = line.unitsPerWeek();
        if (weekly == null) return Optional.empty();
        Money daysRates = Money.ZERO;
        LocalDate day = command.service().first();
        for (; !day.isAfter(command.service().last()); day = day.plusDays(1)) {
            Money rate = on(day);
            if (rate != null) daysRates = daysRates.plus(rate);
        }
        Money ordered = weekly(daysRates, weekly.quantity());
        if (!command.amount().exceeds(ordered.plus(policy.lineTolerance()))) return Optional.empty();
        return Optional.of(new ExceedsRate(line.id(), command.amount(), ordered, policy.lineTolerance()));
    }

    private static Money weekly(Money daysRates, BigDecimal unitsPerWeek) {
        BigDecimal pence = BigDecimal.valueOf(daysRates.pence()).multiply(unitsPerWeek);
        return Money.ofPence(
                pence.divide(BigDecimal.valueOf(7), 0, RoundingMode.HALF_UP).longValueExact());
    }
}
