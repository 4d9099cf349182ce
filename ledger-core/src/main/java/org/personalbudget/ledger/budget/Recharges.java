package org.personalbudget.ledger.budget;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;

/**
 * What the council paid on behalf of co-funders, and what it has asked for.
 *
 * @param open by funder, paid by the council and not yet asked for
 * @param outstanding by recharge, asked for and not yet paid
 */
record Recharges(PMap<Funder, Money> open, PMap<RechargeId, Recharges.Outstanding> outstanding) {

    /** What one recharge still waits for. */
    record Outstanding(Funder funder, Money amount) {}

    static final Recharges NONE = new Recharges(HashTreePMap.empty(), HashTreePMap.empty());

    Money rechargeable(Funder funder) {
        return open.getOrDefault(funder, Money.ZERO);
    }

    Recharges paidByCouncil(Split split) {
        PMap<Funder, Money> next = open;
        for (Part part : split.parts())
            next = next.plus(part.book(), rechargeable(part.book(), next).plus(part.amount()));
        return new Recharges(next, outstanding);
    }

    private static Money rechargeable(Funder funder, PMap<Funder, Money> open) {
        return open.getOrDefault(funder, Money.ZERO);
    }

    Recharges ask(RechargeId recharge, Funder funder, Money amount) {
        return new Recharges(
                open.plus(funder, rechargeable(funder).minus(amount)),
                outstanding.plus(recharge, new Outstanding(funder, amount)));
    }

    Recharges receive(RechargeId recharge, Money amount) {
        Outstanding asked = outstanding.get(recharge);
        if (asked == null) return this;
        return new Recharges(
                open,
                outstanding.plus(
                        recharge, new Outstanding(asked.funder(), asked.amount().minus(amount))));
    }
}
