package org.personalbudget.ledger.budget;

import java.util.List;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.AccrualEvent.AccrualReversed;
import org.personalbudget.ledger.budget.AccrualEvent.CareAccrued;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;

/**
 * What counts as spent in its period although no bill has come, by plan line and service period.
 *
 * @param accrued what has been accrued and how much of it still counts
 * @param billed the days that providers have been paid for
 */
record Accruals(PMap<LineBook.Key, Accruals.Accrued> accrued, PMap<LineBook.Key, PVector<DateRange>> billed) {

    static final Accruals NONE = new Accruals(HashTreePMap.empty(), HashTreePMap.empty());

    /**
     * One line in one service period.
     *
     * @param line as it was accrued last, with the days that no bill has come for since
     * @param standing how much of it still counts
     * @param covered how much of what is ordered and not billed has been accrued, so that it is not accrued twice
     */
    record Accrued(AccruedLine line, Split standing, Money covered) {

        /** What no longer counts when a bill comes for these days: their part of it, and all of it with the last of them. */
        Split billedBy(DateRange service, Funder lead) {
            long open = line.days().count();
            long left = line.days().minus(service).count();
            if (left == 0) return standing;
            return standing.part(
                    Shares.split(standing.total(), List.of(open - left, left)).getFirst(), lead);
        }

        private Accrued bill(DateRange service, Money released) {
            var rest = new AccruedLine(
                    line.line(),
                    line.outcome(),
                    line.category(),
                    line.supplier(),
                    line.days().minus(service),
                    line.split());
            return new Accrued(rest, standing, covered.minus(released).atLeastZero());
        }
    }

    /** What still counts of a line in a service period. */
    Split standing(LineId line, PeriodId period) {
        Accrued found = accrued.get(new LineBook.Key(line, period));
        return found == null ? Split.NOTHING : found.standing();
    }

    Accruals accrue(CareAccrued event) {
        PMap<LineBook.Key, Accrued> next = accrued;
        for (AccruedLine line : event.lines()) {
            var key = new LineBook.Key(line.line(), event.servicePeriod());
            Accrued before = next.get(key);
            next = next.plus(
                    key,
                    before == null
                            ? new Accrued(line, line.split(), line.split().total())
                            : new Accrued(
                                    line,
                                    before.standing().plus(line.split()),
                                    before.covered().plus(line.split().total())));
        }
        return new Accruals(next, billed);
    }

    Accruals reverse(AccrualReversed event) {
        var key = new LineBook.Key(event.line(), event.servicePeriod());
        Accrued before = accrued.get(key);
        if (before == null) return this;
        return with(key, new Accrued(before.line(), before.standing().minus(event.split()), before.covered()));
    }

    /** A bill came: its days are billed, and what it releases of the order needs no accrual any more. */
    Accruals bill(ProviderPaymentAuthorised event) {
        Accruals next = this;
        for (Portion portion : event.portions()) {
            var key = new LineBook.Key(event.line(), portion.servicePeriod());
            next = next.bill(key, event.service(), portion.fromCommitment().total());
        }
        return next;
    }

    private Accruals bill(LineBook.Key key, DateRange service, Money released) {
        PVector<DateRange> days = billed.getOrDefault(key, TreePVector.empty()).plus(service);
        Accrued before = accrued.get(key);
        return new Accruals(
                before == null ? accrued : accrued.plus(key, before.bill(service, released)), billed.plus(key, days));
    }

    /** This is all that is ordered and not billed: no more of it can have been accrued. */
    Accruals ordered(LineBook.Key key, Money committed) {
        Accrued before = accrued.get(key);
        if (before == null || !before.covered().exceeds(committed)) return this;
        return with(key, new Accrued(before.line(), before.standing(), committed.atLeastZero()));
    }

    private Accruals with(LineBook.Key key, Accrued next) {
        return new Accruals(accrued.plus(key, next), billed);
    }
}
