package org.personalbudget.ledger.pooledfund;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Pots;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberPaidBack;
import org.personalbudget.ledger.pooledfund.PoolEvent.MemberPaidIn;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;

/**
 * What one budget has in a pool.
 *
 * @param pots its money there, apart by book and source
 * @param earmarks what of it is committed on its lines, in the order in which it was first paid in; used up ones stay
 *     with nothing in them, so that the last names the line of whatever is spent beyond
 */
public record Membership(Pots pots, PVector<Earmark> earmarks, Funder lead) {

    static Membership of(Funder lead) {
        return new Membership(Pots.EMPTY, TreePVector.empty(), lead);
    }

    Membership with(Funder leader) {
        return new Membership(pots, earmarks, leader);
    }

    Membership in(MemberPaidIn event) {
        Earmark paid = new Earmark(event.line(), event.outcome(), event.servicePeriod(), event.committed());
        return new Membership(pots.plus(event.split()), add(paid), event.lead());
    }

    private PVector<Earmark> add(Earmark paid) {
        for (int i = 0; i < earmarks.size(); i++) {
            Earmark there = earmarks.get(i);
            if (there.isFor(paid.line(), paid.servicePeriod())) {
                return earmarks.with(i, there.with(there.committed().plus(paid.committed())));
            }
        }
        return earmarks.plus(paid);
    }

    Membership out(MemberPart part) {
        return new Membership(
                pots.minus(part.split()), release(part.line(), part.servicePeriod(), part.fromCommitment()), lead);
    }

    Membership out(MemberPaidBack event) {
        return new Membership(
                pots.minus(event.split()), release(event.line(), event.servicePeriod(), event.released()), lead);
    }

    /** What of what it paid in for a line is there still: never more than its money, where the pool spent beyond it. */
    public Money unspent(LineId line) {
        Money committed = Money.ZERO;
        for (Earmark each : earmarks) {
            if (each.line().equals(line))
                committed = committed.plus(each.committed().total());
        }
        return committed.min(pots.free()).min(pots.held().atLeastZero());
    }

    private PVector<Earmark> release(@Nullable LineId line, PeriodId period, Split released) {
        PVector<Earmark> next = earmarks;
        for (int i = 0; i < next.size(); i++) {
            Earmark there = next.get(i);
            if (line != null && there.isFor(line, period)) {
                next = next.with(i, there.with(there.committed().plus(released.negated())));
            }
        }
        return next;
    }

    /** The line it last began to pay in for. */
    Optional<Earmark> last() {
        return earmarks.isEmpty() ? Optional.empty() : Optional.of(earmarks.get(earmarks.size() - 1));
    }
}
