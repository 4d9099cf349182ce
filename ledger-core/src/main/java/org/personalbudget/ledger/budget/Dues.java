package org.personalbudget.ledger.budget;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;

/**
 * What the person contributes to some days, by the rules as they are now. Only days count on which a council pays for
 * something that may be charged for: never aftercare (Mental Health Act 1983, section 117), never the NHS's or
 * education's share, and of a carer's budget never the support to the adult.
 */
final class Dues {

    private Dues() {}

    /** Rounded down once, in the person's favour, and never more than the council's part of what the days cost. */
    static Money over(DateRange days, Budget budget) {
        Money councilPart = councilPart(days, budget);
        if (councilPart.isZero()) return Money.ZERO;
        Money sevenfold = Money.ZERO;
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            if (isCharged(day, budget))
                sevenfold = sevenfold.plus(budget.contributions().weeklyOn(day));
        }
        return sevenfold.timesRatio(1, 7, RoundingMode.DOWN).min(councilPart);
    }

    private static boolean isCharged(LocalDate day, Budget budget) {
        return budget.chargingCouncilOn(day).isPresent()
                && DayCost.on(day, budget).stream().anyMatch(cost -> cost.weekly() > 0 && isChargeable(cost, budget));
    }

    private static boolean isChargeable(DayCost cost, Budget budget) {
        return budget.terms().careGroup() != CareGroup.CARER || cost.isOf(Category.CARER_SUPPORT);
    }

    private static Money councilPart(DateRange days, Budget budget) {
        if (budget.terms().aftercare()) return Money.ZERO;
        Entitlement chargeable = Entitlement.over(days, budget, (cost, day) -> isChargeable(cost, budget));
        return budget.chargingCouncil()
                .map(council -> chargeable.split().byBook().getOrDefault(council, Money.ZERO))
                .orElse(Money.ZERO);
    }
}
