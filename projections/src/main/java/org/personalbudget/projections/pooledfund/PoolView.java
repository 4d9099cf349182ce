package org.personalbudget.projections.pooledfund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.terms.Source;

/**
 * A pool, and what each member has in it.
 *
 * @param balance paidIn − paidBack − spent, below zero where more was spent than paid in
 */
public record PoolView(
        PoolId poolId,
        PersonRef holderRef,
        LocalDate startsOn,
        LocalDate effective,
        Instant known,
        Money paidIn,
        Money paidBack,
        Money spent,
        Money balance,
        List<Member> members) {

    /**
     * One member's part.
     *
     * @param share what it bears on the effective date, in percent; null for a budget that bears nothing any more
     * @param bySource the balance by whose money it is
     */
    public record Member(
            BudgetId budgetId,
            @Nullable String share,
            Money paidIn,
            Money paidBack,
            Money spent,
            Money balance,
            Map<Source, Money> bySource) {}
}
