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
import org.personalbudget.ledger.policy.Attribution;
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
        List<MemberPart> parts = new ArrayList<>();
        Money rest = amount;
        for (Earmark earmark : left.earmarks()) {
            Money taken = rest.min(earmark.committed().total());
            if (!taken.isPositive()) continue;
            MemberPart part = committed(share.budget(), earmark, taken, left);
            parts.add(part);
            left = left.out(part);
            rest = rest.minus(taken);
        }
        if (rest.isPositive()) parts.add(uncommitted(share.budget(), rest, period, left));
        return parts;
    }

    private static MemberPart committed(BudgetId budget, Earmark earmark, Money taken, Membership member) {
        return new MemberPart(
                budget,
                earmark.line(),
                earmark.outcome(),
                earmark.servicePeriod(),
                attribute(taken, member),
                inProportion(taken, earmark.committed()),
                Split.NOTHING,
                member.lead());
    }

    /** What nothing was paid in for is borne on the line that the member last paid in for, if there is one. */
    private static MemberPart uncommitted(BudgetId budget, Money rest, PeriodId period, Membership member) {
        return new MemberPart(
                budget,
                member.last().map(Earmark::line).orElse(null),
                member.last().map(Earmark::outcome).orElse(null),
                period,
                attribute(rest, member),
                Split.NOTHING,
                Split.of(Part.of(member.lead(), rest)),
                member.lead());
    }

    private static Split attribute(Money amount, Membership member) {
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
