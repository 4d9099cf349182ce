package org.personalbudget.ledger.bulkchange;

import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.terms.BatchId;

/** What happens to a bulk change. */
public sealed interface BulkChangeEvent extends Event {

    /** What a batch does was fixed. */
    record BulkChangeOrdered(StreamId stream, When when, BatchId batch, BulkTerms terms, ActorId by)
            implements BulkChangeEvent {}
}
