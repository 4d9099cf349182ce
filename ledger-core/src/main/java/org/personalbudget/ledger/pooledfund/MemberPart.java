package org.personalbudget.ledger.pooledfund;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;

/**
 * A part of a pool's spend that one member bears on one of its lines.
 *
 * @param line the plan line it was paid in for
 * @param servicePeriod the one it was committed in; that of the spend for what was not
 * @param split from which sources of the member's money in the pool
 * @param fromCommitment what of it was committed on the member's line, by the funders' shares
 * @param fromUncommitted what of it was not, in the book of the lead
 * @param lead of the member's budget
 */
public record MemberPart(
        BudgetId budget,
        @Nullable LineId line,
        @Nullable OutcomeId outcome,
        PeriodId servicePeriod,
        Split split,
        Split fromCommitment,
        Split fromUncommitted,
        Funder lead) {}
