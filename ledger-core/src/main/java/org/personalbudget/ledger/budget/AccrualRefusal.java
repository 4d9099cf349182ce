package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Refusal.Nature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.LineId;

/** Why nothing is accrued, or nothing taken back. */
public sealed interface AccrualRefusal extends BudgetRefusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    /** Care is accrued once all of it can have been given. */
    record AccrualTooEarly(PeriodId period, LocalDate lastDay, LocalDate today) implements AccrualRefusal {}

    record NothingAccrued(PeriodId period, LineId line) implements AccrualRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    record ExceedsAccrual(PeriodId period, LineId line, Money amount, Money accrued) implements AccrualRefusal {}
}
