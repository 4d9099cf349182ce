package org.personalbudget.ledger.invoice;

import java.time.LocalDate;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ledger.terms.VisitId;

/**
 * A visit that was delivered.
 *
 * @param line the plan line it was ordered on
 * @param minutes as delivered
 */
public record DeliveredVisit(VisitId visit, LineId line, LocalDate on, int minutes) {

    private static final int QUARTER = 15;
    private static final int QUARTER_IN_HUNDREDTHS = 25;

    /** In hours, to the nearest quarter; seven and a half minutes go up. */
    public Units units() {
        return new Units((2L * minutes + QUARTER) / (2 * QUARTER) * QUARTER_IN_HUNDREDTHS);
    }
}
