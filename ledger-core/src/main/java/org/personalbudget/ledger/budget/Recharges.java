package org.personalbudget.ledger.budget;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.Source;

/**
 * What the council paid on behalf of co-funders, and what it has asked for.
 *
 * @param open by funder, paid to providers by the council or moved to the funder afterwards, and not yet asked for
 * @param advanced by funder, paid into accounts, owed since it arrived there, and not yet asked for
 * @param outstanding by recharge, asked for and not yet paid
 */
record Recharges(
        PMap<Funder, Money> open, PMap<Funder, Money> advanced, PMap<RechargeId, Recharges.Outstanding> outstanding) {

    /**
     * What one recharge still waits for.
     *
     * @param reducible what of it may be taken back: not what went into accounts, which is owed as long as it is there
     */
    record Outstanding(Funder funder, Money amount, Money reducible) {

        Outstanding less(Money paid) {
            Money left = amount.minus(paid);
            return new Outstanding(funder, left, reducible.min(left));
        }

        Outstanding reduce(Money by) {
            return new Outstanding(funder, amount.minus(by), reducible.minus(by));
        }
    }

    static final Recharges NONE = new Recharges(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** What may be asked for; below zero where more was asked for, or came back, than is borne. */
    Money rechargeable(Funder funder) {
        return of(funder, open).plus(of(funder, advanced));
    }

    /** How much of an amount asked for went into accounts: that is posted as owed already. */
    Money advancedOf(Funder funder, Money amount) {
        return amount.min(of(funder, advanced));
    }

    private static Money of(Funder funder, PMap<Funder, Money> amounts) {
        return amounts.getOrDefault(funder, Money.ZERO);
    }

    private static PMap<Funder, Money> add(Funder funder, Money amount, PMap<Funder, Money> amounts) {
        return amounts.plus(funder, of(funder, amounts).plus(amount));
    }

    /** The council paid somebody, or (negative) was paid back. */
    Recharges paidByCouncil(Split split) {
        PMap<Funder, Money> next = open;
        for (Part part : split.parts()) next = add(part.book(), part.amount(), next);
        return new Recharges(next, advanced, outstanding);
    }

    /** Money went into an account, or (negative) came back from one. The person's contribution is no funder's. */
    Recharges paidIntoAccount(Split split) {
        PMap<Funder, Money> next = advanced;
        for (Part part : split.parts()) {
            if (part.source() != Source.CLIENT) next = add(part.book(), part.amount(), next);
        }
        return new Recharges(open, next, outstanding);
    }

    Recharges ask(RechargeId recharge, Funder funder, Money amount, Money fromAccounts) {
        Money other = amount.minus(fromAccounts);
        return new Recharges(
                add(funder, other.negated(), open),
                add(funder, fromAccounts.negated(), advanced),
                outstanding.plus(recharge, new Outstanding(funder, amount, other.min(amount))));
    }

    /** A co-funder had been asked in an old system. */
    Recharges takenOn(RechargeId recharge, Funder funder, Money amount) {
        return new Recharges(open, advanced, outstanding.plus(recharge, new Outstanding(funder, amount, amount)));
    }

    Recharges receive(RechargeId recharge, Money amount) {
        Outstanding asked = outstanding.get(recharge);
        if (asked == null) return this;
        return new Recharges(open, advanced, outstanding.plus(recharge, asked.less(amount)));
    }

    /** The co-funder is asked for less; what it bears of it may be asked for again. */
    Recharges reduce(RechargeId recharge, Money amount) {
        Outstanding asked = outstanding.get(recharge);
        if (asked == null) return this;
        return new Recharges(
                add(asked.funder(), amount, open), advanced, outstanding.plus(recharge, asked.reduce(amount)));
    }
}
