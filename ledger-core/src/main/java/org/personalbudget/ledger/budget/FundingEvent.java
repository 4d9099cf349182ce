package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.terms.RechargeId;

/** Who pays for a budget. */
public sealed interface FundingEvent extends BudgetEvent {

    /** From a day on the funders bear other shares; the first leads. */
    record FundersChanged(
            BudgetId budget, When when, LocalDate from, List<FunderShare> funders, Note reason, ActorId by)
            implements FundingEvent {}

    /**
     * What had been paid for a period is borne by other funders than it was paid for. Posts nothing: it is owed when the
     * co-funder is recharged.
     *
     * @param moved by funder, more or (negative) less; together zero
     */
    record FundingRestated(BudgetId budget, When when, PeriodId servicePeriod, DateRange service, Split moved)
            implements FundingEvent {}

    /** A co-funder paid in advance. */
    record FunderAdvanceReceived(BudgetId budget, When when, Funder funder, Money amount, ActorId by)
            implements FundingEvent {}

    /** What a co-funder had paid in advance settles a recharge. */
    record FunderAdvanceUsed(BudgetId budget, When when, RechargeId recharge, Funder funder, Money amount, ActorId by)
            implements FundingEvent {}

    /** A co-funder is asked for less. */
    record RechargeReduced(
            BudgetId budget, When when, RechargeId recharge, Funder funder, Money amount, Note reason, ActorId by)
            implements FundingEvent {}

    /**
     * Money of an account went into a pool, and is committed there for a line.
     *
     * @param committed by the funders' shares
     */
    record PaidIntoPool(
            BudgetId budget,
            When when,
            PoolId pool,
            AccountId account,
            AccountKind kind,
            LineId line,
            @Nullable OutcomeId outcome,
            Category category,
            PeriodId servicePeriod,
            Split split,
            Split committed,
            Funder lead,
            ActorId by)
            implements FundingEvent {}

    /**
     * Unspent money came back from a pool into the account it came from: the mirror of what went in, for as much.
     *
     * @param released of what was committed there, by the funders' shares
     */
    record PaidBackFromPool(
            BudgetId budget,
            When when,
            PoolId pool,
            AccountId account,
            AccountKind kind,
            LineId line,
            @Nullable OutcomeId outcome,
            PeriodId servicePeriod,
            Split split,
            Split released,
            Funder lead,
            ActorId by)
            implements FundingEvent {}
}
