package org.personalbudget.ops.http.request;

import java.util.List;
import java.util.UUID;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
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

    /** One of several things that this call asks for: repeated with it, and refused like it if the key is reused. */
    public Request part(String name, Command command) {
        return asks(command, new CommandId(newId(name)), hash);
    }

    /** Something that this call asks for beside its own, under an id that is derived from what it is about. */
    public Request beside(CommandId id, Command command) {
        return asks(command, id, "");
    }

    /** What is answered when this call's key turns out to have been used for something else. */
    public ProblemException keyReused() {
        return new ProblemException(Problem.of(
                        422,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request. Repeat that one, or use a new key.")
                .about(CallResolver.HEADER));
    }

    private Request asks(Command command, CommandId id, String of) {
        return new Request(command, id, of, caller.id(), caller.roles(), List.of(), null, id().value());
    }

    /** An id for something that this request creates. */
    public UUID newId(String name) {
        return id().derive(name);
    }
}
