package org.personalbudget.ledger.axon;

import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;

/** Everything that can be asked of a counter: the smallest feature that uses all that the shell offers. */
public sealed interface CounterCommand extends Command {

    UUID counter();

    @Override
    default StreamId stream() {
        return CounterFeature.stream(counter());
    }

    @Override
    default Set<Role> permitted() {
        return Set.of(Role.PRACTITIONER, Role.PANEL, Role.SYSTEM);
    }

    /** One more, unless there are that many already. */
    record Count(UUID counter, long limit) implements CounterCommand {}

    /** One more, and the same on the counter's tally, which does not decide. */
    record CountAndTally(UUID counter, UUID tally) implements CounterCommand {}

    /** One more, if another counter stands exactly there. */
    record CountIfOther(UUID counter, UUID other, long expected) implements CounterCommand {}

    /** Give the counter a name that no other has. */
    record NameCounter(UUID counter, String name) implements CounterCommand {}

    /** Several more in one decision; less than none breaks it down. */
    record CountMany(UUID counter, int times) implements CounterCommand {}

    /** Change nothing. */
    record Look(UUID counter) implements CounterCommand {}
}
