package org.personalbudget.ledger.payrun;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.terms.FileDigest;

/** What can be asked about a bank's report; what it says of each payment is asked of the budget that pays it. */
public sealed interface PaymentReportCommand extends Command {

    FileDigest file();

    @Override
    default StreamId stream() {
        return streamOf(file());
    }

    /** The stream of a report: the same file is the same report. */
    static StreamId streamOf(FileDigest file) {
        return new StreamId(
                "payment-report",
                UUID.nameUUIDFromBytes(("payment-report/" + file.value()).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Take a report in; the same again changes nothing.
     *
     * @param on the day the bank made it
     * @param payments of how many payments it speaks
     */
    record TakePaymentReport(FileDigest file, ReportKind kind, LocalDate on, int payments)
            implements PaymentReportCommand {
        @Override
        public Set<Role> permitted() {
            return Set.of(Role.PAYMENTS_OFFICER);
        }
    }
}
