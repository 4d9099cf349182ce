package org.personalbudget.ledger.axon;

import org.personalbudget.ledger.kernel.Command;

/**
 * The rules broke down over a request: a fault of the program, not an outage. Nothing was recorded, and the same request
 * breaks them again until the fault is mended.
 */
public final class Undecided extends RuntimeException {

    public Undecided(Command command, RuntimeException cause) {
        super("no decision about " + command.getClass().getSimpleName() + " on " + command.stream(), cause);
    }
}
