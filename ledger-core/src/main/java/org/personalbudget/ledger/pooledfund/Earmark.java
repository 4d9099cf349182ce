package org.personalbudget.ledger.pooledfund;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;

/**
 * What a member paid in for one of its plan lines in one service period, and has not used.
 *
 * @param committed on the line, by the shares of the member's funders
 */
public record Earmark(LineId line, @Nullable OutcomeId outcome, PeriodId servicePeriod, Split committed) {

    boolean isFor(LineId otherLine, PeriodId otherPeriod) {
        return line.equals(otherLine) && servicePeriod.equals(otherPeriod);
    }

    Earmark with(Split other) {
        return new Earmark(line, outcome, servicePeriod, other);
    }
}
