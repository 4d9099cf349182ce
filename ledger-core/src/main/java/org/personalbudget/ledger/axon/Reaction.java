package org.personalbudget.ledger.axon;

import java.util.Optional;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.Command;

/**
 * What the ledger itself asks for when something has happened. A function of one event: whatever else the answer depends
 * on is for the command's decider to look at. It is asked for in the role {@code SYSTEM}, by an actor of this name.
 */
public interface Reaction {

    /** A stable name, by which it is remembered how far this reaction has come. */
    String name();

    /** The command that follows from an event, or nothing. */
    Optional<Command> to(RecordedEvent event);
}
