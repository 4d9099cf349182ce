package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionFellDue;
import org.personalbudget.ledger.budget.ChangeEvent.AccountClosed;
import org.personalbudget.ledger.budget.ChangeEvent.BudgetSuspended;
import org.personalbudget.ledger.budget.ChangeEvent.CutProposed;
import org.personalbudget.ledger.budget.ChangeEvent.UpliftProposed;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * What interrupts, ends or moves a budget, and the batches that have touched it.
 *
 * @param suspensions in the order in which they were decided
 * @param lastDay the last day that costs anything, or null while no end is known
 * @param died whether the person has died
 * @param closed the accounts that pay for nothing any more
 * @param charges by service period, for which days the contribution has fallen due
 * @param uplifts the batches that have proposed higher prices
 * @param cuts the batches that have proposed a lower budget
 * @param calledOff the accounts and periods for which nothing is paid until it is approved anew
 * @param deathQuery the payment that came back because its payee is said to have died, until somebody has found out
 */
record Lifecycle(
        PVector<Suspension> suspensions,
        @Nullable LocalDate lastDay,
        boolean died,
        PMap<AccountId, AccountClosed> closed,
        PMap<PeriodId, Charge> charges,
        PMap<BatchId, UpliftProposed> uplifts,
        PMap<BatchId, CutProposed> cuts,
        PSet<CalledOff> calledOff,
        @Nullable PaymentId deathQuery) {

    static final Lifecycle NONE = new Lifecycle(
            TreePVector.empty(),
            null,
            false,
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePSet.empty(),
            null);

    /** What an account is not given for a period, because it was called off. */
    record CalledOff(AccountId account, PeriodId period) {}

    /** Whether a batch has proposed something before: it is of one kind, and proposes once. */
    boolean isTouchedBy(BatchId batch) {
        return uplifts.containsKey(batch) || cuts.containsKey(batch);
    }

    /** Whether this day lies after the end. */
    boolean hasEndedBefore(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay);
    }

    /** The last day, or this one if no end is known. */
    LocalDate lastDayOr(LocalDate day) {
        return lastDay == null ? day : lastDay;
    }

    /** Whether a line (null: what no line has planned) is not paid for on this day. */
    boolean withholds(@Nullable LineId line, LocalDate day) {
        return suspensions.stream().anyMatch(suspension -> suspension.withholds(line, day));
    }

    boolean isSuspendedOn(LocalDate day) {
        return suspensions.stream().anyMatch(suspension -> suspension.isOpenOn(day));
    }

    /** The last day on which this account pays for anything, if one is known. */
    Optional<LocalDate> lastDayOf(AccountId account) {
        return Optional.ofNullable(closed.get(account)).map(AccountClosed::lastDay);
    }

    Optional<AccountId> successorOf(AccountId account) {
        return Optional.ofNullable(closed.get(account)).map(AccountClosed::successor);
    }

    Optional<AccountId> predecessorOf(AccountId account) {
        return closed.values().stream()
                .filter(closing -> account.equals(closing.successor()))
                .map(AccountClosed::account)
                .findFirst();
    }

    Lifecycle suspend(BudgetSuspended event) {
        return new Lifecycle(
                suspensions.plus(new Suspension(event, null)),
                lastDay,
                died,
                closed,
                charges,
                uplifts,
                cuts,
                calledOff,
                deathQuery);
    }

    Lifecycle resume(LocalDate from) {
        PVector<Suspension> next = suspensions;
        for (int i = 0; i < next.size(); i++) next = next.with(i, next.get(i).resumedFrom(from));
        return new Lifecycle(next, lastDay, died, closed, charges, uplifts, cuts, calledOff, deathQuery);
    }

    Lifecycle end(LocalDate day, boolean byDeath) {
        return new Lifecycle(
                suspensions, day, byDeath, closed, charges, uplifts, cuts, calledOff, byDeath ? null : deathQuery);
    }

    Lifecycle queryDeath(@Nullable PaymentId payment) {
        return new Lifecycle(suspensions, lastDay, died, closed, charges, uplifts, cuts, calledOff, payment);
    }

    Lifecycle close(AccountClosed event) {
        return new Lifecycle(
                suspensions,
                lastDay,
                died,
                closed.plus(event.account(), event),
                charges,
                uplifts,
                cuts,
                calledOff,
                deathQuery);
    }

    Lifecycle charge(ContributionFellDue event) {
        Charge before = charges.get(event.servicePeriod());
        Charge after = before == null ? Charge.of(event) : before.and(event);
        return new Lifecycle(
                suspensions,
                lastDay,
                died,
                closed,
                charges.plus(event.servicePeriod(), after),
                uplifts,
                cuts,
                calledOff,
                deathQuery);
    }

    Lifecycle uplift(UpliftProposed event) {
        return new Lifecycle(
                suspensions,
                lastDay,
                died,
                closed,
                charges,
                uplifts.plus(event.batch(), event),
                cuts,
                calledOff,
                deathQuery);
    }

    Lifecycle propose(CutProposed event) {
        return new Lifecycle(
                suspensions,
                lastDay,
                died,
                closed,
                charges,
                uplifts,
                cuts.plus(event.batch(), event),
                calledOff,
                deathQuery);
    }

    boolean isCalledOff(AccountId account, PeriodId period) {
        return calledOff.contains(new CalledOff(account, period));
    }

    Lifecycle callOff(AccountId account, PeriodId period) {
        return waiting(calledOff.plus(new CalledOff(account, period)));
    }

    Lifecycle approveAnew(AccountId account, PeriodId period) {
        return waiting(calledOff.minus(new CalledOff(account, period)));
    }

    private Lifecycle waiting(PSet<CalledOff> next) {
        return new Lifecycle(suspensions, lastDay, died, closed, charges, uplifts, cuts, next, deathQuery);
    }
}
