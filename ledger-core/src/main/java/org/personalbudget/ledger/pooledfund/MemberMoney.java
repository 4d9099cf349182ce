package org.personalbudget.ledger.pooledfund;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.BudgetId;

/** What is taken of a member's money: earmark by earmark in the order of paying in, pro rata over its sources. */
public final class MemberMoney {

    private MemberMoney() {}

    /**
     * As much of an amount as those earmarks hold.
     *
     * @param from the earmarks that may be drawn on
     */
    public static List<MemberPart> taken(BudgetId budget, Money amount, Predicate<Earmark> from, Membership member) {
        List<MemberPart> parts = new ArrayList<>();
        Membership left = member;
        Money rest = amount;
        for (Earmark earmark : member.earmarks()) {
            Money taken = rest.min(earmark.committed().total());
            if (!from.test(earmark) || !taken.isPositive()) continue;
            MemberPart part = new MemberPart(
                    budget,
                    earmark.line(),
                    earmark.outcome(),
                    earmark.servicePeriod(),
                    attribute(taken, left),
                    inProportion(taken, earmark.committed()),
                    Split.NOTHING,
                    member.lead());
            parts.add(part);
            left = left.out(part);
            rest = rest.minus(taken);
        }
        return parts;
    }

    static Split attribute(Money amount, Membership member) {
        return member.pots().attribute(amount, Attribution.PRO_RATA, member.lead(), null);
    }

    /** By largest remainder over what is left, so that no book is ever released more than it has. */
    private static Split inProportion(Money amount, Split over) {
        List<Part> parts = over.parts();
        List<Money> amounts = Shares.split(
                amount, parts.stream().map(part -> part.amount().pence()).toList());
        List<Part> taken = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) taken.add(parts.get(i).withAmount(amounts.get(i)));
        return new Split(taken);
    }
}
