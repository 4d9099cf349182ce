package org.personalbudget.ledger.bulkchange;

import org.personalbudget.ledger.bulkchange.BulkChangeEvent.BulkChangeOrdered;

/** What a batch has become. */
public sealed interface BulkChangeState {

    /** No batch of that name. */
    record NoBatch() implements BulkChangeState {}

    /** A batch whose terms are fixed. */
    record Batch(BulkChangeOrdered ordered) implements BulkChangeState {}
}
