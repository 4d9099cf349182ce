package org.personalbudget.ledger.bulkchange;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.terms.BatchId;

/** What can be asked about many budgets at once. */
public sealed interface BulkChangeCommand extends Command {

    /** The batch, by the council's own name for it. */
    BatchId batch();

    @Override
    default StreamId stream() {
        return streamOf(batch());
    }

    /** The natural identity: one stream per name, so a batch of the same name has nowhere else to go. */
    static StreamId streamOf(BatchId batch) {
        String name = "bulk-change/" + batch.value();
        return new StreamId("bulk-change", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Fix what a batch does, before it is done budget by budget. The same batch again must say the same. */
    record OrderBulkChange(BatchId batch, BulkTerms terms) implements BulkChangeCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(Role.FINANCE_CONTROLLER);
        }
    }
}
