package org.personalbudget.ledger.pooledfund;

import java.util.ArrayList;
import java.util.List;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.pooledfund.PoolCommand.RecordPoolSpend;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberOverdrawn;
import org.personalbudget.ledger.pooledfund.PoolEvent.PoolSpendRecorded;
import org.personalbudget.ledger.pooledfund.PoolState.Pool;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.SpendId;

/**
 * A pool spends for all: the amount is split over the members by the shares of its date, and each member's part is
 * taken from what that member paid in, line by line in the order of paying in, pro rata over its sources.
 */
final class PoolSpending {

    private PoolSpending() {}

    static Decision record(RecordPoolSpend command, Pool pool, Circumstances at) {
        PeriodId period = at.calendar().periodOf(command.on()).id();
        List<AgreedShare> shares = pool.sharesOn(command.on());
        List<Money> amounts = Shares.split(
                command.amount(),
                shares.stream().map(share -> (long) share.basisPoints()).toList());
        List<MemberPart> parts = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) parts.addAll(parts(shares.get(i), amounts.get(i), period, pool));
        PoolSpendRecorded spent = new PoolSpendRecorded(
                command.pool(),
                at.on(command.on()),
                new SpendId(at.newId("spend")),
                command.amount(),
                command.category(),
                period,
                parts,
                command.reference(),
                at.actor().id());
        List<PoolEvent> events = new ArrayList<>(List.of(spent));
        events.addAll(overdrawn(shares, pool, PoolFold.spend(pool, spent), at));
        return Decision.accept(events);
    }

    private static List<MemberPart> parts(AgreedShare share, Money amount, PeriodId period, Pool pool) {
        Membership left = pool.member(share.budget(), share.lead());
        List<MemberPart> parts = new ArrayList<>(MemberMoney.taken(share.budget(), amount, _ -> true, left));
        Money rest = amount;
        for (MemberPart part : parts) {
            left = left.out(part);
            rest = rest.minus(part.split().total());
        }
        if (rest.isPositive()) parts.add(uncommitted(share.budget(), rest, period, left));
        return parts;
    }

    /** What nothing was paid in for is borne on the line that the member last paid in for, if there is one. */
    private static MemberPart uncommitted(BudgetId budget, Money rest, PeriodId period, Membership member) {
        return new MemberPart(
                budget,
                member.last().map(Earmark::line).orElse(null),
                member.last().map(Earmark::outcome).orElse(null),
                period,
                MemberMoney.attribute(rest, member),
                Split.NOTHING,
                Split.of(Part.of(member.lead(), rest)),
                member.lead());
    }

    /** Law 12: nobody is overdrawn without saying so. */
    private static List<MemberOverdrawn> overdrawn(
            List<AgreedShare> shares, Pool before, Pool after, Circumstances at) {
        List<MemberOverdrawn> exceptions = new ArrayList<>();
        for (AgreedShare share : shares) {
            Money shortfall = below(share, after).minus(below(share, before));
            if (shortfall.isPositive()) {
                exceptions.add(new MemberOverdrawn(before.opened().pool(), at.now(), share.budget(), shortfall));
            }
        }
        return exceptions;
    }

    private static Money below(AgreedShare share, Pool pool) {
        return pool.member(share.budget(), share.lead())
                .pots()
                .overdrawn(share.lead().source());
    }
}
