package org.personalbudget.projections.contributions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;

/**
 * What a person owes of their contribution, by what took effect up to a day, as it was known at an instant. What was paid
 * or let go settles the oldest due first.
 *
 * @param due what fell due
 * @param received what was paid and still counts as paid
 * @param relieved waived or written off
 * @param outstanding what is unpaid
 * @param credit what was paid above all that is due
 * @param owedBack what the person is owed back and nobody has yet been told to pay
 * @param unpaid what is outstanding, by how long it is
 */
public record BudgetArrears(
        BudgetId budgetId,
        LocalDate effective,
        Instant known,
        Money due,
        Money received,
        Money relieved,
        Money outstanding,
        Money credit,
        Money owedBack,
        Map<Age, Money> unpaid,
        List<PeriodDue> periods,
        List<Notice> notices) {

    /**
     * What is due for one period.
     *
     * @param period null for what came from an old system
     * @param dueOn the day it fell due
     * @param settled what is paid or let go of it
     * @param age of what is unpaid, or null where nothing is
     */
    public record PeriodDue(
            @Nullable PeriodId period,
            LocalDate dueOn,
            Money due,
            Money settled,
            Money unpaid,
            @Nullable Age age) {}

    /** What the ledger raised when so many periods were unpaid. */
    public record Notice(ArrearsKind kind, LocalDate raisedOn, int unpaidPeriods, Money outstanding) {}
}
