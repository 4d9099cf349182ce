package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.ContributionFellDue;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;

/**
 * For which days of a service period a contribution has fallen due.
 *
 * @param keeper the NET account that keeps it back, or null where the person is billed for all of it
 */
record Charge(
        DateRange service,
        Funder book,
        ContributionMethod method,
        @Nullable AccountId keeper) {

    static Charge of(ContributionFellDue due) {
        return new Charge(due.service(), due.book(), due.method(), due.account());
    }

    /** With the days of another that fell due for the same period. */
    Charge and(ContributionFellDue due) {
        boolean first = keeper == null && due.account() != null;
        return new Charge(over(due.service()), book, first ? due.method() : method, first ? due.account() : keeper);
    }

    /** From the first day of both to the last. */
    DateRange over(DateRange other) {
        LocalDate from = other.first().isBefore(service.first()) ? other.first() : service.first();
        LocalDate to = other.last().isAfter(service.last()) ? other.last() : service.last();
        return new DateRange(from, to);
    }
}
