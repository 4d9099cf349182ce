package org.personalbudget.ledger.budget;

import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.money.Money;

/**
 * What an account was given for one service period: the regular instalment, and what later decisions changed of it.
 *
 * @param instalments the regular one first, then what was added to it
 * @param released what the person had paid too much into the account, and now counts as paid by the council
 * @param overAdvanced the highest over-advance that was said, less what was taken back of it
 * @param taken what was taken back as over-advanced, and so is given no more
 */
record Advance(PVector<Instalment> instalments, Money released, Money overAdvanced, Money taken) {

    static Advance of(Instalment regular) {
        return new Advance(TreePVector.singleton(regular), Money.ZERO, Money.ZERO, Money.ZERO);
    }

    /** Paid, or instructed to be paid, by the council, and not taken back. */
    Money paid() {
        return instalments.stream()
                .map(each -> each.payable().total())
                .reduce(Money.ZERO, Money::plus)
                .plus(released)
                .minus(taken);
    }

    Money gross() {
        return instalments.stream()
                .map(Instalment::gross)
                .reduce(Money.ZERO, Money::plus)
                .minus(taken);
    }

    /** What the person adds of the gross. */
    Money contribution() {
        return instalments.stream()
                .map(Instalment::contribution)
                .reduce(Money.ZERO, Money::plus)
                .minus(released);
    }

    Advance and(Instalment adjustment) {
        return new Advance(instalments.plus(adjustment), released, overAdvanced, taken);
    }

    Advance less(InstalmentReduced event) {
        PVector<Instalment> next = instalments;
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).payment().equals(event.payment()))
                next = next.with(i, next.get(i).less(event));
        }
        return new Advance(next, released, overAdvanced, taken);
    }

    Advance release(Money amount) {
        return new Advance(instalments, released.plus(amount), overAdvanced, taken);
    }

    Advance over(Money amount) {
        return new Advance(instalments, released, amount, taken);
    }

    /** Of what was over-advanced, so much is taken back, or (negative) is in the account again. */
    Advance takeBack(Money amount) {
        return new Advance(instalments, released, overAdvanced.minus(amount), taken.plus(amount));
    }
}
