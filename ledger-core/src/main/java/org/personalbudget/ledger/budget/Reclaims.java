package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.personalbudget.ledger.budget.Demand.About;
import org.personalbudget.ledger.budget.Demand.Reconsideration;
import org.personalbudget.ledger.budget.Demand.Step;
import org.personalbudget.ledger.budget.JudgementEvent.SpendReclaimed;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimNoticeGiven;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimReceived;
import org.personalbudget.ledger.budget.ReclaimEvent.ReliefProposed;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.ReliefId;

/**
 * What is to be paid back, and what is let go.
 *
 * @param withheld by instalment, what of it was kept back for misuse and so is not in the account
 */
record Reclaims(PMap<ReclaimId, Demand> demands, PMap<ReliefId, Relief> reliefs, PMap<PaymentId, Money> withheld) {

    static final Reclaims NONE = new Reclaims(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    Reclaims notice(ReclaimNoticeGiven event) {
        About about = new About(
                event.reclaimKind(),
                event.account(),
                event.kind(),
                event.rule(),
                null,
                event.reconsiderBy(),
                event.by());
        return with(
                event.reclaim(),
                new Demand(about, event.amount(), Step.NOTICED, Reconsideration.NOT_ASKED, Split.NOTHING));
    }

    /** A spend that was judged is owed back: decided at once. */
    Reclaims misuse(SpendReclaimed event) {
        About about = new About(
                ReclaimKind.MISUSE,
                event.account(),
                event.kind(),
                null,
                event.spend(),
                event.reconsiderBy(),
                event.by());
        return with(
                event.reclaim(),
                new Demand(about, event.split().total(), Step.DECIDED, Reconsideration.NOT_ASKED, event.split()));
    }

    /** Something that an old system was owed: decided there. */
    Reclaims takenOn(ReclaimId reclaim, LocalDate dueOn, Split outstanding) {
        About about = new About(null, null, null, null, null, dueOn, null);
        return with(
                reclaim, new Demand(about, outstanding.total(), Step.DECIDED, Reconsideration.DECIDED, outstanding));
    }

    Reclaims ask(ReclaimId reclaim) {
        return change(reclaim, Demand::asked);
    }

    Reclaims reconsider(ReclaimId reclaim, Money amount, Split released) {
        return change(reclaim, was -> was.reconsidered(amount, released));
    }

    Reclaims withdraw(ReclaimId reclaim) {
        return change(reclaim, Demand::withdrawn);
    }

    Reclaims decide(ReclaimId reclaim, Split split) {
        return change(reclaim, was -> was.decided(split));
    }

    Reclaims receive(ReclaimReceived event) {
        Reclaims less = settle(event.reclaim(), event.split());
        PaymentId payment = event.payment();
        if (payment == null || event.reclaimKind() != ReclaimKind.MISUSE) return less;
        Money sum = withheld.getOrDefault(payment, Money.ZERO).plus(event.kept().total());
        return new Reclaims(less.demands, reliefs, withheld.plus(payment, sum));
    }

    /** So much less of it is owed, because it came or was let go. */
    Reclaims settle(ReclaimId reclaim, Split split) {
        return change(reclaim, was -> was.less(split));
    }

    Reclaims propose(ReliefProposed event) {
        return new Reclaims(demands, reliefs.plus(event.relief(), new Relief(event, true)), withheld);
    }

    Reclaims close(ReliefId relief) {
        Relief was = reliefs.get(relief);
        if (was == null) return this;
        return new Reclaims(demands, reliefs.plus(relief, new Relief(was.proposed(), false)), withheld);
    }

    /** What is final of a reclaim and has not come, by source; nothing for one that is unknown. */
    Split outstanding(ReclaimId reclaim) {
        Demand demand = demands.get(reclaim);
        return demand == null ? Split.NOTHING : demand.owed();
    }

    /** What earlier notices ask of an account that is not decided yet. */
    Money noticed(AccountId account) {
        Money sum = Money.ZERO;
        for (Demand each : demands.values()) {
            if (each.step() == Step.NOTICED && account.equals(each.about().account())) sum = sum.plus(each.amount());
        }
        return sum;
    }

    Money withheldFrom(PaymentId payment) {
        return withheld.getOrDefault(payment, Money.ZERO);
    }

    @Nullable
    Demand find(ReclaimId reclaim) {
        return demands.get(reclaim);
    }

    private Reclaims change(ReclaimId reclaim, UnaryOperator<Demand> change) {
        Demand was = demands.get(reclaim);
        return was == null ? this : with(reclaim, change.apply(was));
    }

    private Reclaims with(ReclaimId reclaim, Demand demand) {
        return new Reclaims(demands.plus(reclaim, demand), reliefs, withheld);
    }
}
