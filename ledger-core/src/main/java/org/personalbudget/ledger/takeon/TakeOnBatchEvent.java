package org.personalbudget.ledger.takeon;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.FileDigest;

/** What happens to a take-on. */
public sealed interface TakeOnBatchEvent extends Event {

    BatchId batch();

    @Override
    default StreamId stream() {
        return TakeOnBatchCommand.streamOf(batch());
    }

    /** A file was laid before a second person. The last one laid is the one that can be approved. */
    record TakeOnPrepared(
            BatchId batch,
            When when,
            LocalDate on,
            FileDigest file,
            int budgets,
            int rejectedLines,
            Money debits,
            Money credits,
            ActorId by)
            implements TakeOnBatchEvent {}

    /** A second person agreed to it. */
    record TakeOnApproved(BatchId batch, When when, FileDigest file, ActorId by) implements TakeOnBatchEvent {}
}
