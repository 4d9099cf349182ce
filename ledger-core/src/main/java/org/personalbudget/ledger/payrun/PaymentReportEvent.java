package org.personalbudget.ledger.payrun;

import java.time.LocalDate;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.terms.FileDigest;

/** What happens to a bank's report. */
public sealed interface PaymentReportEvent extends Event {

    FileDigest file();

    @Override
    default StreamId stream() {
        return PaymentReportCommand.streamOf(file());
    }

    /** It was taken in. What it says of each payment stands on the payments. */
    record PaymentReportTaken(FileDigest file, When when, ReportKind kind, LocalDate on, int payments, ActorId by)
            implements PaymentReportEvent {}
}
