package org.personalbudget.ledger.invoice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits that a supplier says it delivered, whatever the format.
 *
 * @param visits in the order of the file
 */
public record SubmittedActuals(List<Visit> visits) {

    public SubmittedActuals {
        visits = List.copyOf(visits);
    }

    /**
     * A visit.
     *
     * @param place where in the file it stands, such as {@code line 12}
     * @param visitId what the supplier calls it; the same visit told twice has the same
     * @param supplier the supplier's reference or id, as written
     * @param order the budget on which it was ordered, as written
     * @param planLine as written; null for the only line ordered from that supplier
     * @param minutes as delivered, not yet rounded to quarter hours
     */
    public record Visit(
            String place,
            String visitId,
            String supplier,
            String order,
            @Nullable String planLine,
            LocalDate on,
            int minutes) {}
}
