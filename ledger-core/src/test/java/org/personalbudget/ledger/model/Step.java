package org.personalbudget.ledger.model;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.Actor;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;

/**
 * One command of a history.
 *
 * @param key the caller's idempotency key; with the actor it makes the command's id
 * @param today the day on which it is asked
 */
public record Step(int number, String key, Actor actor, LocalDate today, Command command) {

    public CommandId id() {
        return CommandId.of(actor.id(), key);
    }
}
