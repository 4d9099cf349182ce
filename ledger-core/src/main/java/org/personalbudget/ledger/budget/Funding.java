package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.FundingEvent.FundersChanged;
import org.personalbudget.ledger.budget.FundingEvent.PaidBackFromPool;
import org.personalbudget.ledger.budget.FundingEvent.PaidIntoPool;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PoolId;

/**
 * Who pays, from when, what co-funders paid in advance, and what was paid out on whose behalf.
 *
 * @param changes in the order in which they were decided
 * @param advances by funder, paid in advance and not yet used
 * @param pooled by line and service period, what was paid into pools and is committed there
 * @param entries what went into pools from which account, less what came back to it
 * @param outlays what was paid out for which days, by which funders
 */
record Funding(
        PVector<FundersChanged> changes,
        PMap<Funder, Money> advances,
        PMap<LineBook.Key, Money> pooled,
        PMap<Entry, Money> entries,
        Outlays outlays) {

    static final Funding NONE = new Funding(
            TreePVector.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), Outlays.NONE);

    /** The way of money between one account and one pool. */
    record Entry(PoolId pool, AccountId account) {}

    /** The shares on a day: the last decided of those in force by then, else those of the allocation. */
    List<FunderShare> on(LocalDate day, List<FunderShare> allocated) {
        return on(day, allocated, changes.size());
    }

    /** The same as it was when so many changes had been decided. */
    List<FunderShare> on(LocalDate day, List<FunderShare> allocated, int decided) {
        for (int i = decided - 1; i >= 0; i--) {
            if (!changes.get(i).from().isAfter(day)) return changes.get(i).funders();
        }
        return allocated;
    }

    /** Whether this funder bears a share on any day. */
    boolean everPays(Funder funder, List<FunderShare> allocated) {
        return bears(funder, allocated) || changes.stream().anyMatch(change -> bears(funder, change.funders()));
    }

    private static boolean bears(Funder funder, List<FunderShare> shares) {
        return shares.stream().anyMatch(share -> share.funder() == funder && share.basisPoints() > 0);
    }

    Money advanceOf(Funder funder) {
        return advances.getOrDefault(funder, Money.ZERO);
    }

    Money pooledFor(@Nullable LineId line, PeriodId period) {
        return pooled.getOrDefault(new LineBook.Key(line, period), Money.ZERO);
    }

    Funding change(FundersChanged event) {
        return new Funding(changes.plus(event), advances, pooled, entries, outlays);
    }

    Funding advance(Funder funder, Money amount) {
        return new Funding(changes, advances.plus(funder, advanceOf(funder).plus(amount)), pooled, entries, outlays);
    }

    Funding pool(PaidIntoPool event) {
        LineBook.Key key = new LineBook.Key(event.line(), event.servicePeriod());
        Entry entry = new Entry(event.pool(), event.account());
        return pool(key, event.committed().total(), entry, event.split().total());
    }

    Funding pool(PaidBackFromPool event) {
        LineBook.Key key = new LineBook.Key(event.line(), event.servicePeriod());
        Entry entry = new Entry(event.pool(), event.account());
        return pool(
                key,
                event.released().total().negated(),
                entry,
                event.split().total().negated());
    }

    private Funding pool(LineBook.Key key, Money committed, Entry entry, Money amount) {
        return new Funding(
                changes,
                advances,
                pooled.plus(key, pooledFor(key.line(), key.period()).plus(committed)),
                entries.plus(entry, paidInto(entry.pool(), entry.account()).plus(amount)),
                outlays);
    }

    /** What an account paid into a pool and did not get back; below zero where it took another account's place. */
    Money paidInto(PoolId pool, AccountId account) {
        return entries.getOrDefault(new Entry(pool, account), Money.ZERO);
    }

    Funding with(Outlays next) {
        return new Funding(changes, advances, pooled, entries, next);
    }
}
