package org.personalbudget.ledger.pooledfund;

import org.pcollections.PMap;
import org.pcollections.PVector;
import org.personalbudget.ledger.pooledfund.PoolEvent.PoolOpened;
import org.personalbudget.ledger.pooledfund.PoolEvent.SharesAgreed;
import org.personalbudget.ledger.terms.BudgetId;

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
            implements PoolState {}
}
