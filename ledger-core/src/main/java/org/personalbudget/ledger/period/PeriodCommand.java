package org.personalbudget.ledger.period;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.register.Note;

/** Everything that can be asked about the periods of a ledger. */
public sealed interface PeriodCommand extends Command {

    /** The periods of a ledger close one after the other, so all of them are one stream. */
    StreamId STREAM = new StreamId("periods", UUID.nameUUIDFromBytes("periods".getBytes(StandardCharsets.UTF_8)));

    /** Which period is meant. */
    PeriodId period();

    @Override
    default StreamId stream() {
        return STREAM;
    }

    @Override
    default Set<Role> permitted() {
        return Set.of(Role.FINANCE_CONTROLLER);
    }

    /** Begin to close a period: from now on what has been ordered and not billed is accrued in it, budget by budget. */
    record BeginClosing(PeriodId period) implements PeriodCommand {}

    /** Close a period whose closing has begun: nothing is posted in it any more. */
    record ClosePeriod(PeriodId period) implements PeriodCommand {}

    /** Ask for a closed period to be opened again, with the reason. */
    record RequestReopening(PeriodId period, Note reason) implements PeriodCommand {}

    /** Agree with somebody else's request: the period is open again. */
    record ApproveReopening(PeriodId period) implements PeriodCommand {}
}
