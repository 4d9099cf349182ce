package org.personalbudget.ledger.policy;

import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;

/** Everything that can happen to the council's policy. */
public sealed interface PolicyEvent extends Event {

    @Override
    default StreamId stream() {
        return PolicyCommand.STREAM;
    }

    /** A new version was adopted; it is in force from its own date on. */
    record PolicyAdopted(When when, Policy policy, ActorId adoptedBy) implements PolicyEvent {}
}
