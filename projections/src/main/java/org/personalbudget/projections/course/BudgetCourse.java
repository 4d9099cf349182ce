package org.personalbudget.projections.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.LineId;

/**
 * The course of a budget, as known at an instant.
 *
 * @param standing how it stands on the effective day
 * @param timeline every change, in the order they were recorded
 * @param commitments what is ordered and not yet billed
 * @param overAdvances what was paid into accounts beyond what their periods are now entitled to
 */
public record BudgetCourse(
        Standing standing, List<Change> timeline, List<Commitment> commitments, List<OverAdvance> overAdvances) {

    /**
     * One change.
     *
     * @param effectiveOn the day from which it counts; for an end, a death or a closed account the last day that counted
     * @param subject which of several it is about: a plan version, an account, a reclaim, a period, a kind of review
     */
    public record Change(
            long position,
            Instant recordedAt,
            LocalDate effectiveOn,
            String actor,
            ChangeKind kind,
            @Nullable String subject,
            List<Part> changes) {}

    /**
     * One thing a change has changed: amounts in pounds, dates as dates, everything else by its code.
     *
     * @param before what it was on the effective day, as known just before the change; null if there was nothing
     */
    public record Part(
            String what, @Nullable String before, @Nullable String after) {}

    /** What is ordered on a line for a period, and not yet billed. */
    public record Commitment(@Nullable LineId lineId, PeriodId period, Money committed) {}

    /** What an account was paid beyond what a period is now entitled to, as last raised. */
    public record OverAdvance(AccountId accountId, PeriodId period, Money amount) {}
}
