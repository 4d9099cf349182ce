package org.personalbudget.ledger.pooledfund;

import java.time.LocalDate;
import java.util.List;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.pooledfund.PoolEvent.PoolOpened;
import org.personalbudget.ledger.pooledfund.PoolEvent.SharesAgreed;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;

/** What a pool has become. */
public sealed interface PoolState {

    /** Nothing has been opened. */
    record NoPool() implements PoolState {}

    /**
     * A pool that exists.
     *
     * @param agreed the shares in the order in which they were agreed
     * @param members what each has in the pool
     */
    record Pool(PoolOpened opened, PVector<SharesAgreed> agreed, PMap<BudgetId, Membership> members)
            implements PoolState {

        static Pool opened(PoolOpened opened) {
            return new Pool(opened, TreePVector.empty(), HashTreePMap.empty());
        }

        /** The shares on a day: the last agreed of those in force by then; empty before the first. */
        public List<AgreedShare> sharesOn(LocalDate day) {
            for (int i = agreed.size() - 1; i >= 0; i--) {
                if (!agreed.get(i).from().isAfter(day)) return agreed.get(i).members();
            }
            return List.of();
        }

        public boolean isMemberOn(BudgetId budget, LocalDate day) {
            return sharesOn(day).stream().anyMatch(share -> share.budget().equals(budget));
        }

        Pool agree(SharesAgreed event) {
            PMap<BudgetId, Membership> next = members;
            for (AgreedShare share : event.members()) {
                Membership there = next.getOrDefault(share.budget(), Membership.of(share.lead()));
                next = next.plus(share.budget(), there.with(share.lead()));
            }
            return new Pool(opened, agreed.plus(event), next);
        }

        public Membership member(BudgetId budget, Funder lead) {
            return members.getOrDefault(budget, Membership.of(lead));
        }

        Pool with(BudgetId budget, Membership next) {
            return new Pool(opened, agreed, members.plus(budget, next));
        }
    }
}
