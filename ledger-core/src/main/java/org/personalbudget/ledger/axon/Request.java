package org.personalbudget.ledger.axon;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.register.RegisterEntry;

/**
 * A command on its way to the ledger, with who asks and under which identity. The identity is the idempotency key: the
 * ledger answers each {@code id} once, and gives the first answer to every repetition.
 *
 * @param hash a digest of what was asked, so that a key used for something else is noticed; empty where the id is
 *     derived from the content
 * @param roles what the actor may be; the first that the command permits is the one they act in
 * @param entries what the register keeps if the command is accepted
 * @param causation the event a reaction answers to, or null
 * @param correlation what everything that follows from one request has in common
 */
public record Request(
        Command command,
        CommandId id,
        String hash,
        ActorId actor,
        Set<Role> roles,
        List<RegisterEntry> entries,
        @Nullable UUID causation,
        UUID correlation) {

    public Request {
        if (roles.isEmpty()) throw new IllegalArgumentException("an actor without a role cannot ask for anything");
        roles = Set.copyOf(roles);
        entries = List.copyOf(entries);
    }

    /** A request that will never be repeated: it gets an identity of its own. */
    public static Request once(Command command, ActorId actor, Set<Role> roles) {
        var id = new CommandId(UUID.randomUUID());
        return new Request(command, id, "", actor, roles, List.of(), null, id.value());
    }

    /** A request with an {@code Idempotency-Key}; keys are the actor's own. */
    public static Request keyed(Command command, ActorId actor, Set<Role> roles, String key, String hash) {
        var id = CommandId.of(actor, key);
        return new Request(command, id, hash, actor, roles, List.of(), null, id.value());
    }

    /** The same request, with words and names that the register is to keep. */
    public Request storing(List<RegisterEntry> kept) {
        return new Request(command, id, hash, actor, roles, kept, causation, correlation);
    }
}
