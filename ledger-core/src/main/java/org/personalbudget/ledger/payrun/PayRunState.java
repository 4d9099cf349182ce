package org.personalbudget.ledger.payrun;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.payrun.PayRunEvent.*;
import org.personalbudget.ledger.terms.FileDigest;

/** What a run has become. It does not hold the items: however long a run is, this stays small. */
public sealed interface PayRunState {

    /** Nobody has begun it. */
    record NoPayRun() implements PayRunState {}

    /** How far a run has got. */
    enum Standing {
        /** Parts are still coming in. */
        BUILDING,
        /** It waits for a second person. */
        BUILT,
        CANCELLED,
        /** Its payments are being submitted by their budgets. */
        APPROVED,
        /** The files can be written. */
        RELEASED,
        /** The files went to the bank. */
        SUBMITTED
    }

    /**
     * A run that exists.
     *
     * @param parts how many have come in
     * @param items how many they hold
     * @param totals what they come to, without what was dropped
     * @param hash over all of them
     * @param through how far the list of what is due has been read
     * @param submittedParts of how many parts the payments are submitted
     * @param submittedBy who handed the files to the bank, or null
     */
    record PayRun(
            PayRunOpened opened,
            Standing standing,
            int parts,
            int items,
            ControlTotals totals,
            FileDigest hash,
            long through,
            int submittedParts,
            @Nullable ActorId submittedBy)
            implements PayRunState {

        static PayRun of(PayRunOpened opened) {
            return new PayRun(opened, Standing.BUILDING, 0, 0, ControlTotals.NONE, RunHash.of(opened), 0, 0, null);
        }

        PayRun and(PayRunItemsAdded part) {
            return new PayRun(
                    opened,
                    standing,
                    part.part(),
                    items + part.items().size(),
                    totals.plus(part.items()),
                    RunHash.and(hash, part.items()),
                    part.through(),
                    submittedParts,
                    submittedBy);
        }

        PayRun without(PayRunItemsSubmitted part) {
            return new PayRun(
                    opened,
                    standing,
                    parts,
                    items,
                    totals.minus(part.dropped()),
                    hash,
                    through,
                    part.part(),
                    submittedBy);
        }

        PayRun revised(PayRunRevised by) {
            return new PayRun(
                    opened, standing, parts, items, by.totals(), by.hash(), through, submittedParts, submittedBy);
        }

        PayRun at(Standing next) {
            return new PayRun(opened, next, parts, items, totals, hash, through, submittedParts, submittedBy);
        }

        PayRun submitted(ActorId by) {
            return new PayRun(opened, Standing.SUBMITTED, parts, items, totals, hash, through, submittedParts, by);
        }
    }
}
