package org.personalbudget.projections.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.LineId;

/**
 * What is to be expected from a day to the end of its financial year, as known at an instant.
 *
 * @param lastDay the last day that costs anything, if the budget is known to end
 * @param through the last day of the period that holds 31 March, on which the financial year of {@code effective} ends
 * @param allocatedThrough the last period for which anything is allocated; what follows is expected by what is in force
 * @param periods from the one that {@code effective} lies in
 * @param lines each line, added up from the budget's first period to the last
 */
public record Forecast(
        BudgetId budgetId,
        LocalDate effective,
        Instant known,
        @Nullable LocalDate lastDay,
        LocalDate through,
        @Nullable PeriodId allocatedThrough,
        List<PeriodForecast> periods,
        List<LineOutlook> lines) {

    /**
     * One service period.
     *
     * @param basis whether {@code allocated} is, or is what is to be allocated
     * @param expectedSpend what will have been consumed by its end
     */
    public record PeriodForecast(
            PeriodId period,
            LocalDate first,
            LocalDate last,
            Basis basis,
            Money allocated,
            Money committed,
            Money consumed,
            Money expectedSpend,
            List<LineExpectation> lines,
            ExpectedContribution contribution,
            List<ExpectedInstalment> instalments,
            List<ProjectedBalance> accounts) {}

    /** Where the amounts allocated come from. */
    public enum Basis {
        /** They have been allocated. */
        ALLOCATED,
        /**
         * Nothing is allocated yet: the weekly amount and the plan in force on each day, less what is withheld and what
         * lies after the last day; each line rounded half up.
         */
        IN_FORCE
    }

    /** How the spend on a line was estimated. */
    public enum SpendMethod {
        /** consumed so far + the pace × the days to come, rounded half up; at least consumed + committed. */
        PACE,
        /** No full period has been spent on yet: what is allocated; at least consumed + committed. */
        PLAN,
        /** Nothing is allocated, or no line has planned it: consumed + committed. */
        NOTHING_MORE
    }

    /** One line in one period; {@code pace} is there where that is the method. */
    public record LineExpectation(
            @Nullable LineId lineId,
            Money allocated,
            Money committed,
            Money consumed,
            Money expectedSpend,
            SpendMethod method,
            @Nullable Pace pace) {}

    /**
     * What was consumed in the last (at most three) full periods in which anything was.
     *
     * @param days of those periods
     * @param daysToCome the days of this period that are still to come and are paid for
     */
    public record Pace(List<PeriodId> periods, Money consumed, long days, long daysToCome) {}

    /** How what is due from the person was found. */
    public enum DueMethod {
        /** It has fallen due. */
        RAISED,
        /** The weekly amounts assessed, by days, rounded down; never more than is allocated. */
        ASSESSED,
        /** Nothing is assessed, or nothing is paid for. */
        NONE
    }

    /**
     * The person's contribution for a period.
     *
     * @param days the days it is for, where it was worked out from the assessment
     * @param expectedReceipt what of it will still come: due × receivedBefore / dueBefore, rounded down, less what has
     *     come; all of it where nothing was due before
     * @param dueBefore what was due for all earlier periods than the first of the forecast
     * @param receivedBefore what was received against that
     */
    public record ExpectedContribution(
            Money due, DueMethod method, long days, Money expectedReceipt, Money dueBefore, Money receivedBefore) {}

    /** How an instalment was found. */
    public enum InstalmentMethod {
        /** Approved already, adjustments and reductions counted. */
        APPROVED,
        /** What is allocated to the account's lines, by days, less the contribution kept back under NET. */
        ALLOCATED
    }

    /**
     * What an account is paid for a period.
     *
     * @param toCome what of it has not been credited yet; in the first period also what is on its way for others
     */
    public record ExpectedInstalment(
            AccountId accountId,
            InstalmentMethod method,
            Money gross,
            Money contribution,
            Money amount,
            Money toCome) {}

    /**
     * closing = opening + instalments + contribution − spend.
     *
     * @param opening the balance less what is promised to providers, then the closing of the period before
     * @param spend what is still expected on the lines the account pays for
     */
    public record ProjectedBalance(
            AccountId accountId, Money opening, Money instalments, Money contribution, Money spend, Money closing) {}

    /**
     * A line from the budget's first period to the end of the forecast.
     *
     * @param expectedSpend consumed in past periods + expected in those of the forecast
     * @param over by how much the line is over in the period in which it is most, all periods before it counted; flex of
     *     other lines is not
     * @param overFrom the first period in which it is over
     */
    public record LineOutlook(
            @Nullable LineId lineId,
            Money allocated,
            Money expectedSpend,
            boolean willBeOverspent,
            Money over,
            @Nullable PeriodId overFrom) {}
}
