package org.personalbudget.ledger.pooledfund;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.terms.SpendId;

/** Everything that can happen to a pooled fund. */
public sealed interface PoolEvent extends Event {

    PoolId pool();

    @Override
    default StreamId stream() {
        return pool().stream();
    }

    /** A pool was opened; an organisation holds it. */
    record PoolOpened(PoolId pool, When when, PersonRef holder, LocalDate startsOn, ActorId by) implements PoolEvent {}

    /** From a day on these are its members and their shares. */
    record SharesAgreed(PoolId pool, When when, LocalDate from, List<AgreedShare> members, ActorId by)
            implements PoolEvent {}

    /**
     * A member paid in; what that posts stands with the member's budget ({@code PaidIntoPool}).
     *
     * @param committed on the member's line in that service period, by its funders' shares
     */
    record MemberPaidIn(
            PoolId pool,
            When when,
            BudgetId budget,
            LineId line,
            @Nullable OutcomeId outcome,
            PeriodId servicePeriod,
            Split split,
            Split committed,
            Funder lead)
            implements PoolEvent {}

    /**
     * Unspent money went back to a member; what that posts stands with the member's budget ({@code PaidBackFromPool}).
     *
     * @param released of what was committed on the member's line in that service period
     */
    record MemberPaidBack(
            PoolId pool,
            When when,
            BudgetId budget,
            LineId line,
            @Nullable OutcomeId outcome,
            PeriodId servicePeriod,
            Split split,
            Split released,
            Funder lead)
            implements PoolEvent {}

    /**
     * Money of the pool was spent, borne by the members.
     *
     * @param parts each member's, in the order of the agreed shares; together the amount
     */
    record PoolSpendRecorded(
            PoolId pool,
            When when,
            SpendId spend,
            Money amount,
            Category category,
            PeriodId servicePeriod,
            List<MemberPart> parts,
            @Nullable Note reference,
            ActorId by)
            implements PoolEvent {}

    /** Exception: a member bears more of a spend than it had in the pool, and is that much further below nothing. */
    record MemberOverdrawn(PoolId pool, When when, BudgetId budget, Money shortfall) implements PoolEvent {}
}
