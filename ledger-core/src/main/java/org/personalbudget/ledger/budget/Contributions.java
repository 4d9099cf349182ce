package org.personalbudget.ledger.budget;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionAssessed;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;

/**
 * What the person was assessed to contribute, what fell due of it, and what became of that. What is paid or let go
 * settles the oldest due first.
 *
 * @param assessed in the order of assessment
 * @param raised by service period, what is due for it, adjustments included
 * @param broughtForward by the day it fell due, what was unpaid when the budget came from an old system
 * @param money what was received, let go and paid back
 */
record Contributions(
        PVector<ContributionAssessed> assessed,
        PMap<PeriodId, Money> raised,
        PMap<LocalDate, Money> broughtForward,
        ContributionMoney money) {

    static final Contributions NONE =
            new Contributions(TreePVector.empty(), HashTreePMap.empty(), HashTreePMap.empty(), ContributionMoney.NONE);

    /** The weekly amount on a day: the latest assessment that had taken effect, the last decided among equals. */
    Money weeklyOn(LocalDate day) {
        ContributionAssessed inForce = null;
        for (ContributionAssessed next : assessed) {
            boolean started = !next.from().isAfter(day);
            if (started && (inForce == null || !next.from().isBefore(inForce.from()))) inForce = next;
        }
        return inForce == null ? Money.ZERO : inForce.weekly();
    }

    /** What is due for these days, rounded down once, in the person's favour. */
    Money dueFor(DateRange days) {
        Money weeks = Money.ZERO;
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            weeks = weeks.plus(weeklyOn(day));
        }
        return weeks.timesRatio(1, 7, RoundingMode.DOWN);
    }

    /** In whose book it was last assessed. */
    Optional<Funder> book() {
        return assessed.isEmpty()
                ? Optional.empty()
                : Optional.of(assessed.get(assessed.size() - 1).book());
    }

    Contributions assess(ContributionAssessed event) {
        return new Contributions(assessed.plus(event), raised, broughtForward, money);
    }

    /** More fell due for a period: of its own, or beside what an account keeps back. */
    Contributions raise(PeriodId period, Money amount) {
        Money due = raised.getOrDefault(period, Money.ZERO).plus(amount);
        return new Contributions(assessed, raised.plus(period, due), broughtForward, money);
    }

    /** Another amount is due for a period, and the person is owed back what they had paid of it. */
    Contributions adjust(PeriodId period, Money due, Money toRefund) {
        return new Contributions(assessed, raised.plus(period, due), broughtForward, money.giveUp(toRefund));
    }

    /** An unpaid amount came with the budget from an old system. */
    Contributions bringForward(LocalDate dueOn, Money amount) {
        Money due = broughtForward.getOrDefault(dueOn, Money.ZERO).plus(amount);
        return new Contributions(assessed, raised, broughtForward.plus(dueOn, due), money);
    }

    Contributions receive(Money amount) {
        return with(money.receive(amount));
    }

    /** So much of what is due was let go. */
    Contributions relieve(Money amount) {
        return with(money.relieve(amount));
    }

    /** The person is owed back a part of a surplus or a closing reclaim, out of what they contributed. */
    Contributions owedBack(Money clientPart) {
        return with(money.owedBack(clientPart));
    }

    /** @param fromCredit what of it was overpaid, and until now only a credit */
    Contributions refund(Money amount, Money fromCredit) {
        return with(money.giveUp(fromCredit).refund(amount));
    }

    private Contributions with(ContributionMoney next) {
        return new Contributions(assessed, raised, broughtForward, next);
    }

    /** What fell due in all. */
    Money due() {
        Money due = Money.ZERO;
        for (Money amount : raised.values()) due = due.plus(amount);
        for (Money amount : broughtForward.values()) due = due.plus(amount);
        return due;
    }

    /** What the person still owes. */
    Money outstanding() {
        return due().minus(money.settles()).atLeastZero();
    }

    /** What the person has paid above all that is due; what was let go is nobody's credit. */
    Money credit() {
        return money.settles().minus(due()).min(money.paid()).atLeastZero();
    }

    /** What may be paid back today: what stands as owed back, and the credit. */
    Money refundable() {
        return money.standing().plus(credit());
    }

    /** Of a decrease of what is due, the part that the person had paid: the rest only lowers what they owe. */
    Money paidOf(Money decrease) {
        return decrease.minus(outstanding()).min(money.paid()).atLeastZero();
    }

    /** For how many periods something is unpaid. */
    int unpaidPeriods() {
        Money settled = money.settles();
        int unpaid = 0;
        for (Money due : oldestFirst()) {
            if (due.exceeds(settled)) unpaid++;
            settled = settled.minus(due).atLeastZero();
        }
        return unpaid;
    }

    private List<Money> oldestFirst() {
        List<Money> dues = new ArrayList<>(new TreeMap<>(broughtForward).values());
        Map<PeriodId, Money> periods = new TreeMap<>(raised);
        dues.addAll(periods.values());
        return dues;
    }
}
