package org.personalbudget.ledger.eventstore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;

/**
 * A fact with everything the log knows about it: the columns of {@link StoredEvent}, and the event itself in its
 * newest revision.
 *
 * @param position its place in the ledger: 1, 2, 3 … without a gap, in commit order
 * @param sequence its place on its stream: 1, 2, 3 … without a gap
 * @param type the stable name of the event
 * @param revision the revision it was written in, which may be older than the one it is shown in
 */
public record RecordedEvent(
        long position,
        StreamId stream,
        long sequence,
        UUID id,
        String type,
        int revision,
        Instant recordedAt,
        LocalDate effectiveOn,
        ActorId actor,
        Role role,
        CommandId command,
        @Nullable UUID causation,
        UUID correlation,
        int policyVersion,
        Event event) {}
