package org.personalbudget.ledger.payrun;

import static org.personalbudget.ledger.kernel.Role.PAYMENTS_APPROVER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PayRunId;

/** Everything that can be asked of a run of payments. */
public sealed interface PayRunCommand extends Command {

    /** How many items come in one part. */
    int MOST_ITEMS = 500;

    PayRunId run();

    @Override
    default StreamId stream() {
        return run().stream();
    }

    /**
     * Begin a run. What is in it follows in parts.
     *
     * @param dueBy what is due by this day is paid
     * @param period for a main run, whose instalments are paid; else null
     */
    record BuildPayRun(
            PayRunId run,
            PayRunKind kind,
            LocalDate dueBy,
            @Nullable PeriodId period,
            PayRunDates dates) implements PayRunCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_OFFICER);
        }
    }

    /**
     * One part of what is in it; the same part again changes nothing.
     *
     * @param part counts from 1
     * @param items numbered on from the part before; at most {@link #MOST_ITEMS}, as are those excluded
     * @param through how far the list of what is due has been read, so that a broken-off run goes on from there
     */
    record AddToPayRun(PayRunId run, int part, List<PayRunItem> items, List<ExcludedPayment> excluded, long through)
            implements PayRunCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_OFFICER);
        }
    }

    /** Everything is in it: from here on it can be approved. */
    record ClosePayRun(PayRunId run) implements PayRunCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_OFFICER);
        }
    }

    /**
     * What was built is looked at again before somebody approves it. Where it has changed it has another hash, so nobody
     * approves what they have not seen. What was found for another hash than the run has changes nothing.
     *
     * @param seen the hash for which this was found
     * @param dropped whose bank details are no longer those that the run names; at most {@link #MOST_ITEMS}
     * @param alerts whose bank details are about to change; at most {@link #MOST_ITEMS}
     */
    record RevisePayRun(PayRunId run, FileDigest seen, List<DroppedPayment> dropped, List<RaisedAlert> alerts)
            implements PayRunCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(Role.SYSTEM);
        }
    }

    /** Agree to what one has seen. Never who built it. */
    record ApprovePayRun(PayRunId run, FileDigest hash) implements PayRunCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_APPROVER);
        }
    }

    /** Give a run up that nobody has approved; what is in it may go out with another. */
    record CancelPayRun(PayRunId run) implements PayRunCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_OFFICER, PAYMENTS_APPROVER);
        }
    }

    /**
     * The payments of one part have been submitted by their budgets, but for those that could not be. The same part
     * again changes nothing.
     */
    record RecordSubmissions(PayRunId run, int part, List<DroppedPayment> dropped) implements PayRunCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(Role.SYSTEM);
        }
    }

    /** The files have been handed to the bank. Once. */
    record SubmitPayRun(PayRunId run) implements PayRunCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(PAYMENTS_OFFICER, PAYMENTS_APPROVER);
        }
    }
}
