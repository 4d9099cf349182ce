package org.personalbudget.projections.reconciliation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.register.Note;

/**
 * A part of a match that has not been carried out.
 *
 * @param position of the event that matched it
 * @param bookedOn when the bank booked the line
 */
public record WaitingItem(
        int line,
        int attempt,
        int item,
        long position,
        LocalDate bookedOn,
        @Nullable Note words,
        ActorId matchedBy) {}
