package org.personalbudget.ledger.policy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;

/** Everything that can be asked of the council's policy. */
public sealed interface PolicyCommand extends Command {

    /** One ledger is one authority, so it has one policy stream. */
    StreamId STREAM = new StreamId("policy", UUID.nameUUIDFromBytes("policy".getBytes(StandardCharsets.UTF_8)));

    @Override
    default StreamId stream() {
        return STREAM;
    }

    /** Adopt a new version; its number is given by the ledger. */
    record AdoptPolicy(Policy proposed) implements PolicyCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(Role.ADMIN);
        }
    }
}
