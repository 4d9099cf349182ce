package org.personalbudget.ledger.takeon;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.FileDigest;

/** Every reason for which a take-on is not prepared or approved. */
public sealed interface TakeOnBatchRefusal extends Refusal {

    record TakeOnNotPrepared(BatchId batch) implements TakeOnBatchRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    /** Law 7. */
    record TakeOnPreparerMayNotApprove(ActorId actor, BatchId batch) implements TakeOnBatchRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    /** The day of the take-on has not come. */
    record TakeOnNotYet(BatchId batch, LocalDate on, LocalDate today) implements TakeOnBatchRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** What is approved is the very file that was prepared. */
    record TakeOnFileDiffers(BatchId batch, FileDigest prepared, FileDigest file) implements TakeOnBatchRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** Once approved, a batch takes no other file, and no other day. */
    record TakeOnAlreadyApproved(BatchId batch, FileDigest prepared) implements TakeOnBatchRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** Every budget of the file has a rejected line, or there is none. */
    record NothingToTakeOn(BatchId batch, int rejectedLines) implements TakeOnBatchRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }
}
