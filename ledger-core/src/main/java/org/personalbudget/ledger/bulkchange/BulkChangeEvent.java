package org.personalbudget.ledger.bulkchange;

import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.terms.BatchId;

/** What happens to a bulk change. */
public sealed interface BulkChangeEvent extends Event {

    BatchId batch();

    @Override
    default StreamId stream() {
        return BulkChangeCommand.streamOf(batch());
    }

    /** What a batch does was fixed; it is then done budget by budget. */
    record BulkChangeOrdered(BatchId batch, When when, BulkTerms terms, ActorId by) implements BulkChangeEvent {}
}
