package org.personalbudget.projections.balance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Source;

/**
 * What a budget has at two dates.
 *
 * @param weekly the weekly amount in force on {@code effective}, as it was known; zero before the budget starts
 * @param period the budget figures of the service period that {@code effective} lies in
 */
public record BudgetBalance(
        BudgetId budgetId,
        LocalDate effective,
        Instant known,
        Money weekly,
        PeriodFigures period,
        List<AccountBalance> accounts) {

    /**
     * The budget of one service period.
     *
     * @param available allocated − committed − consumed; may be negative
     */
    public record PeriodFigures(PeriodId id, Money allocated, Money committed, Money consumed, Money available) {}

    /**
     * What one account holds.
     *
     * @param balance everything in the account
     * @param ringFenced what of it is set aside for one-off purposes; what is missing of another is not less of it
     * @param reserved what of it is promised to providers and has not left yet
     * @param spendable balance − ringFenced − reserved, without the holder's own money and what nobody knows the origin
     *     of: neither ever pays for what the budget is for
     * @param bySource the balance by whose money it is
     */
    public record AccountBalance(
            AccountId accountId,
            AccountKind kind,
            Money balance,
            Money ringFenced,
            Money reserved,
            Money spendable,
            Map<Source, Money> bySource) {}
}
