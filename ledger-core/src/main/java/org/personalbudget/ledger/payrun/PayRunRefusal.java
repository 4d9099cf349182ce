package org.personalbudget.ledger.payrun;

import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.kernel.Refusal.Nature;
import org.personalbudget.ledger.payrun.PayRunState.Standing;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PayRunId;

/** Every reason for which a run says no. */
public sealed interface PayRunRefusal extends Refusal {

    record UnknownPayRun(PayRunId run) implements PayRunRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    /** Law 7. */
    record PayRunBuilderMayNotApprove(ActorId actor, PayRunId run) implements PayRunRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    /** The run is not in a state from which this can be done. */
    record PayRunNotReady(PayRunId run, Standing standing) implements PayRunRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** Under this id another run was begun. */
    record PayRunHasOtherTerms(PayRunId run) implements PayRunRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** The parts come in order, each numbered on from the one before, none larger than the most. */
    record PayRunPartOutOfOrder(PayRunId run, int expected, int part) implements PayRunRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** What was seen is not what is in the run. */
    record PayRunHashDiffers(PayRunId run, FileDigest built, FileDigest seen) implements PayRunRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** Files go to the bank once. */
    record PayRunAlreadySubmitted(PayRunId run, ActorId by) implements PayRunRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** There is nothing in it to approve. */
    record PayRunIsEmpty(PayRunId run) implements PayRunRefusal {
        @Override
        public Nature nature() {
            return Nature.RULE;
        }
    }
}
