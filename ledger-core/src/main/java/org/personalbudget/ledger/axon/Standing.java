package org.personalbudget.ledger.axon;

import org.personalbudget.ledger.eventstore.Head;

/** A stream as somebody saw it: its state, and the event that made it so. */
record Standing(Object state, Head head) {}
