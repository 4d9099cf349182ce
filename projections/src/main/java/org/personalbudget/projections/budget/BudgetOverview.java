package org.personalbudget.projections.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PersonRef;

/**
 * A budget as it was decided so far.
 *
 * @param position where it was recorded; lists are in this order
 * @param weekly the weekly amount last decided
 * @param weeklyHistory every weekly amount that was decided, by date and by when it was known
 * @param funders the first leads
 */
public record BudgetOverview(
        BudgetId budgetId,
        PersonRef personRef,
        CareGroup careGroup,
        LocalDate startsOn,
        long position,
        Instant recordedAt,
        Money weekly,
        Money indicativeWeekly,
        RiskTier riskTier,
        String proposer,
        List<FunderShare> funders,
        List<Weekly> weeklyHistory,
        List<PlanView> plans,
        List<AccountView> accounts,
        List<ContributionView> contributions,
        List<ExceptionView> exceptions) {

    /** A weekly amount from a day on, and since when that was known. */
    public record Weekly(Money weekly, LocalDate effectiveFrom, Instant recordedAt) {}

    /**
     * A way the budget is deployed. {@code lines} empty means all lines that no other account names.
     *
     * @param lastDay the last day it pays for, or null while it is open
     * @param successor the account that took its place, if one did
     */
    public record AccountView(
            AccountId accountId,
            AccountKind kind,
            ContributionMethod method,
            @Nullable PersonRef holderRef,
            LocalDate startsOn,
            List<LineId> lines,
            @Nullable LocalDate lastDay,
            @Nullable AccountId successor) {}

    /** The person's contribution a week from a day on. */
    public record ContributionView(Money weekly, LocalDate from, Funder book, String assessor, Instant recordedAt) {}

    /**
     * Something the ledger raised for somebody to look at.
     *
     * @param kind SOURCE_OVERDRAWN, LINE_OVERSPENT, OVER_ADVANCED, VIREMENT_NOTIFIED, ARREARS_ALERT, ARREARS_REVIEW,
     *     MEMBER_OVERDRAWN or DEATH_QUERIED
     * @param subject the source, the plan line, the account or pool, the payment that came back, or CONTRIBUTION
     * @param amount by how much, or what is outstanding
     * @param open whether it still is as it was raised: the source below zero, the line above what it has to date, no
     *     reclaim decided on the account since, contributions unpaid; what only notifies is never open
     */
    public record ExceptionView(
            long position,
            String kind,
            @Nullable UUID accountId,
            String subject,
            @Nullable String servicePeriod,
            Money amount,
            Instant recordedAt,
            boolean open) {}
}
