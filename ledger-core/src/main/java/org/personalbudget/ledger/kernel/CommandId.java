package org.personalbudget.ledger.kernel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The identity of one request. Ids that a request creates are derived from it, so that a retry creates the same. */
public record CommandId(UUID value) {

    /** A new id that is always the same for this command and name. */
    public UUID derive(String name) {
        return UUID.nameUUIDFromBytes((value + "/" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** The command id of a request that brings a key of its own. */
    public static CommandId of(ActorId actor, String key) {
        return new CommandId(UUID.nameUUIDFromBytes((actor.value() + "/" + key).getBytes(StandardCharsets.UTF_8)));
    }
}
