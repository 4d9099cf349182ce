package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import org.personalbudget.ledger.money.Part;

/**
 * Something that the old system still waits for.
 *
 * @param dueOn when it fell due
 * @param part whose money it is
 */
public record OpenItem(Kind kind, LocalDate dueOn, Part part) {

    /** What is waited for. */
    public enum Kind {
        /** A contribution from the person. */
        CONTRIBUTION,
        /** Money to be paid back by the person. */
        RECLAIM,
        /** Money to be paid back by a supplier. */
        SUPPLIER_RECOVERY,
        /** A co-funder's part. */
        CO_FUNDER
    }
}
