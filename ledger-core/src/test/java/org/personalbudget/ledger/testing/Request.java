package org.personalbudget.ledger.testing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Role;

/**
 * Somebody asks for something.
 *
 * @param key names the request, so that a test can foretell the ids it creates; null for a key of its own
 * @param day when it is asked; null for the day the fixture has come to
 */
public record Request(
        @Nullable String key, Actor actor, @Nullable LocalDate day, Command command) implements Asks {

    /** Asked by whoever has the first role that may. */
    public static Request of(Command command) {
        Role role = command.permitted().stream().sorted().findFirst().orElseThrow();
        return new Request(null, new Actor(People.whoIs(role), role), null, command);
    }

    /** The same asked by somebody else. */
    public static Request as(ActorId actor, Asks asks) {
        Request asked = asks.request();
        return new Request(asked.key, new Actor(actor, asked.actor.role()), asked.day, asked.command);
    }

    /** The same asked under another role, by whoever has it. */
    public static Request as(Role role, Asks asks) {
        Request asked = asks.request();
        return new Request(asked.key, new Actor(People.whoIs(role), role), asked.day, asked.command);
    }

    public Request named(String name) {
        return new Request(name, actor, day, command);
    }

    public Request askedOn(String date) {
        return new Request(key, actor, LocalDate.parse(date), command);
    }

    /** The command id of a request of this name. */
    public static CommandId commandIdOf(String name) {
        return new CommandId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Request request() {
        return this;
    }
}
