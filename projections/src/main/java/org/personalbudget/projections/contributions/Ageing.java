package org.personalbudget.projections.contributions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.projections.contributions.BudgetArrears.PeriodDue;

/** What is due of one budget's contribution on a day, settled from the oldest on. */
final class Ageing {

    /** One thing that happened. */
    record Item(
            ItemKind kind,
            @Nullable PeriodId period,
            @Nullable LocalDate dueOn,
            Money amount) {}

    private record Slot(@Nullable PeriodId period, LocalDate dueOn) {}

    private final Map<ItemKind, Money> totals = new EnumMap<>(ItemKind.class);
    private final List<PeriodDue> periods = new ArrayList<>();

    Ageing(List<Item> items, LocalDate effective) {
        items.forEach(item -> totals.merge(item.kind(), item.amount(), Money::plus));
        Money left = received().plus(total(ItemKind.RELIEVED));
        List<Map.Entry<Slot, Money>> oldestFirst = new ArrayList<>(dues(items).entrySet());
        oldestFirst.sort(Comparator.comparing(due -> due.getKey().dueOn()));
        for (Map.Entry<Slot, Money> due : oldestFirst) {
            Money settled = left.min(due.getValue()).atLeastZero();
            left = left.minus(settled);
            periods.add(period(due.getKey(), due.getValue(), settled, effective));
        }
    }

    /** By period; a period that was adjusted keeps the day on which it first fell due. */
    private static Map<Slot, Money> dues(List<Item> items) {
        Map<PeriodId, LocalDate> firstDue = new LinkedHashMap<>();
        Map<Slot, Money> dues = new LinkedHashMap<>();
        for (Item item : items) {
            if (item.kind() != ItemKind.DUE || item.dueOn() == null) continue;
            LocalDate dueOn = item.dueOn();
            if (item.period() != null) {
                LocalDate known = firstDue.putIfAbsent(item.period(), dueOn);
                if (known != null) dueOn = known;
            }
            dues.merge(new Slot(item.period(), dueOn), item.amount(), Money::plus);
        }
        return dues;
    }

    private static PeriodDue period(Slot slot, Money due, Money settled, LocalDate effective) {
        Money unpaid = due.minus(settled);
        Age age = unpaid.isPositive() ? Age.of(ChronoUnit.DAYS.between(slot.dueOn(), effective)) : null;
        return new PeriodDue(slot.period(), slot.dueOn(), due, settled, unpaid, age);
    }

    private Money total(ItemKind kind) {
        return totals.getOrDefault(kind, Money.ZERO);
    }

    Money due() {
        return total(ItemKind.DUE);
    }

    Money received() {
        return total(ItemKind.RECEIVED).minus(total(ItemKind.GIVEN_UP));
    }

    Money relieved() {
        return total(ItemKind.RELIEVED);
    }

    Money outstanding() {
        return due().minus(received()).minus(relieved()).atLeastZero();
    }

    Money credit() {
        return received().plus(relieved()).minus(due()).min(received()).atLeastZero();
    }

    Money owedBack() {
        return total(ItemKind.GIVEN_UP).plus(total(ItemKind.CLIENT_PART)).minus(total(ItemKind.REFUNDED));
    }

    List<PeriodDue> periods() {
        return periods;
    }

    int unpaidPeriods() {
        return (int)
                periods.stream().filter(period -> period.unpaid().isPositive()).count();
    }

    /** Every bucket, also those in which there is nothing. */
    Map<Age, Money> unpaid() {
        Map<Age, Money> unpaid = new EnumMap<>(Age.class);
        for (Age age : Age.values()) unpaid.put(age, Money.ZERO);
        for (PeriodDue period : periods) {
            if (period.age() != null) unpaid.merge(period.age(), period.unpaid(), Money::plus);
        }
        return unpaid;
    }
}
