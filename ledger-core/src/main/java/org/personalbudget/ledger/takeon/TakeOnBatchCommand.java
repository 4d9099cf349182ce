package org.personalbudget.ledger.takeon;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.FileDigest;

/** What can be asked about taking budgets on from an old system. */
public sealed interface TakeOnBatchCommand extends Command {

    BatchId batch();

    @Override
    default StreamId stream() {
        return streamOf(batch());
    }

    /** The stream that decides about a batch. */
    static StreamId streamOf(BatchId batch) {
        return new StreamId(
                "take-on", UUID.nameUUIDFromBytes(("take-on/" + batch.value()).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    default Set<Role> permitted() {
        return Set.of(Role.FINANCE_CONTROLLER);
    }

    /**
     * Lay a file before a second person, with the totals it proves.
     *
     * @param on the day of the take-on
     * @param budgets how many are taken on
     * @param rejectedLines how many lines cannot be, and so neither their budgets
     */
    record PrepareTakeOn(
            BatchId batch, LocalDate on, FileDigest file, int budgets, int rejectedLines, Money debits, Money credits)
            implements TakeOnBatchCommand {}

    /** Agree to the very file that was laid before one. Never who prepared it. */
    record ApproveTakeOn(BatchId batch, FileDigest file) implements TakeOnBatchCommand {}
}
