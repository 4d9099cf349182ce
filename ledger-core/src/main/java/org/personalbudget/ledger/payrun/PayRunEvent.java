package org.personalbudget.ledger.payrun;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PayRunId;

/** Everything that can happen to a run of payments. What it posts is posted payment by payment. */
public sealed interface PayRunEvent extends Event {

    PayRunId run();

    @Override
    default StreamId stream() {
        return run().stream();
    }

    /** Somebody began to build it. */
    record PayRunOpened(
            PayRunId run,
            When when,
            PayRunKind kind,
            LocalDate dueBy,
            @Nullable PeriodId period,
            PayRunDates dates,
            ActorId by)
            implements PayRunEvent {}

    /** One part of what is in it. */
    record PayRunItemsAdded(
            PayRunId run, When when, int part, List<PayRunItem> items, List<ExcludedPayment> excluded, long through)
            implements PayRunEvent {}

    /**
     * Everything is in it.
     *
     * @param hash over everything that is to be paid, in order
     */
    record PayRunBuilt(PayRunId run, When when, ControlTotals totals, FileDigest hash, ActorId by)
            implements PayRunEvent {}

    /**
     * Since it was built something of it has changed.
     *
     * @param dropped what is not paid after all
     * @param alerts what is paid to details that are about to change
     * @param totals what is left
     * @param hash over the one before, and what has changed
     */
    record PayRunRevised(
            PayRunId run,
            When when,
            List<DroppedPayment> dropped,
            List<RaisedAlert> alerts,
            ControlTotals totals,
            FileDigest hash)
            implements PayRunEvent {}

    /**
     * A second person agreed to what the hash stands for.
     *
     * @param at when; the files are dated by it, so that they are the same whenever they are written
     */
    record PayRunApproved(PayRunId run, When when, FileDigest hash, Instant at, ActorId by) implements PayRunEvent {}

    /** It was given up before anybody approved it. */
    record PayRunCancelled(PayRunId run, When when, ActorId by) implements PayRunEvent {}

    /** The payments of one part are submitted, but for some. */
    record PayRunItemsSubmitted(PayRunId run, When when, int part, List<DroppedPayment> dropped)
            implements PayRunEvent {}

    /**
     * Every part is: the files can be written.
     *
     * @param totals what is in it without what was dropped
     */
    record PayRunReleased(PayRunId run, When when, ControlTotals totals) implements PayRunEvent {}

    /** The files went to the bank. */
    record PayRunSubmitted(PayRunId run, When when, ActorId by) implements PayRunEvent {}
}
