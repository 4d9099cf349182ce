package org.personalbudget.ledger.pooledfund;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;

/**
 * The part of a pool's spend that one member bears.
 *
 * @param line the plan line it was paid in for
 * @param split from which sources of the member's money in the pool
 * @param fromCommitment what of it was committed on the member's line, by the funders' shares
 * @param fromUncommitted what of it was not
 * @param lead of the member's budget
 */
public record MemberPart(
        BudgetId budget,
        @Nullable LineId line,
        @Nullable OutcomeId outcome,
        Split split,
        Split fromCommitment,
        Split fromUncommitted,
        Funder lead) {}
