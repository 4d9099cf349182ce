package org.personalbudget.ledger.kernel;

import java.util.Set;

/** A wish to change something. It names the stream that decides, and the roles that may ask. */
public interface Command {

    /** The one stream whose decider answers. */
    StreamId stream();

    /** The roles that may ask for this at all; the decider may still refuse a particular person. */
    Set<Role> permitted();
}
