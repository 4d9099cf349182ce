package org.personalbudget.ledger.period;

import java.time.LocalDate;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.kernel.Refusal.Nature;

/** Every reason for which a period is neither closed nor opened again. */
public sealed interface PeriodRefusal extends Refusal {

    @Override
    default Nature nature() {
        return Nature.CONFLICT;
    }

    /** The table of periods does not reach that far. */
    record UnknownPeriod(PeriodId period, PeriodId first, PeriodId last) implements PeriodRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    /** A period is closed on its last day at the earliest. */
    record PeriodNotOver(PeriodId period, LocalDate lastDay, LocalDate today) implements PeriodRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }

    /** Periods close in order: this one comes first. */
    record EarlierPeriodOpen(PeriodId period, PeriodId earliestOpen) implements PeriodRefusal {}

    record PeriodAlreadyClosed(PeriodId period, PeriodId closedThrough) implements PeriodRefusal {}

    /** What is to be accrued is accrued before a period closes. */
    record ClosingNotBegun(PeriodId period) implements PeriodRefusal {}

    record PeriodIsOpen(PeriodId period) implements PeriodRefusal {}

    /** Periods are opened again from the last closed one back. */
    record LaterPeriodClosed(PeriodId period, PeriodId closedThrough) implements PeriodRefusal {}

    record ReopeningAlreadyRequested(PeriodId period, ActorId by) implements PeriodRefusal {}

    record ReopeningNotRequested(PeriodId period) implements PeriodRefusal {}

    /** Whoever asks for a period to be opened does not agree to it as well. */
    record RequesterMayNotReopen(PeriodId period, ActorId requester) implements PeriodRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }
}
