package org.personalbudget.ops.http.request;

import java.util.UUID;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ops.security.Caller;

/**
 * One request to change something: who makes it, and under which key. The id is derived from both, so whatever the
 * request creates is the same each time it is repeated.
 *
 * @param key the caller's {@code Idempotency-Key}
 * @param hash a digest of method, path and body, so that a key used for something else is noticed
 */
public record Call(Caller caller, String key, String hash) {

    public CommandId id() {
        return CommandId.of(caller.id(), key);
    }

    /** An id for something that this request creates. */
    public UUID newId(String name) {
        return id().derive(name);
    }
}
