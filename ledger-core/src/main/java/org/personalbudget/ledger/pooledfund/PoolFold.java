package org.personalbudget.ledger.pooledfund;

import org.personalbudget.ledger.pooledfund.PoolEvent.*;
import org.personalbudget.ledger.pooledfund.PoolState.NoPool;
import org.personalbudget.ledger.pooledfund.PoolState.Pool;

/** Takes events into the state of a pool. Total: it never refuses what has happened. */
final class PoolFold {

    private PoolFold() {}

    static PoolState evolve(PoolState state, PoolEvent event) {
        return switch (state) {
            case NoPool none -> event instanceof PoolOpened opened ? Pool.opened(opened) : none;
            case Pool pool -> evolve(pool, event);
        };
    }

    private static Pool evolve(Pool pool, PoolEvent event) {
        return switch (event) {
            case SharesAgreed e -> pool.agree(e);
            case MemberPaidIn e ->
                pool.with(e.budget(), pool.member(e.budget(), e.lead()).in(e));
            case MemberPaidBack e ->
                pool.with(e.budget(), pool.member(e.budget(), e.lead()).out(e));
            case PoolSpendRecorded e -> spend(pool, e);
            // A pool is opened once.
            case PoolOpened e -> pool;
            // The exception says what the spend beside it did.
            case MemberOverdrawn e -> pool;
        };
    }

    static Pool spend(Pool pool, PoolSpendRecorded event) {
        Pool next = pool;
        for (MemberPart part : event.parts()) {
            next = next.with(
                    part.budget(), next.member(part.budget(), part.lead()).out(part));
        }
        return next;
    }
}
