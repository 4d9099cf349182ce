package org.personalbudget.ledger.eventstore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;

/**
 * One row of the log, as it lies in the table.
 *
 * @param position its place in the ledger: 1, 2, 3 … without a gap, in commit order
 * @param sequence its place on its stream: 1, 2, 3 … without a gap
 * @param id a UUID of version 7
 * @param type the stable name of the event
 * @param revision the revision of its JSON, from 1
 * @param recordedAt when it was recorded; never less than that of an earlier position
 * @param effectiveOn the date the fact takes effect
 * @param causation the event that made a reaction ask for this, or null if a person or a machine outside asked
 * @param correlation what everything that follows from one request has in common
 * @param policyVersion the version of the policy it was decided under
 * @param payload the event as JSON, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // a row on its way through, never compared
public record StoredEvent(
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
        byte[] payload) {}
