package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.personalbudget.ledger.kernel.ActorId;

/**
 * What was asked about a spend.
 *
 * @param rules every rule that it was asked about so far
 * @param answerBy the last day on which the holder may take time over an answer
 * @param answered whether there has been one
 * @param by who asked last
 */
record Query(List<SpendReason> rules, LocalDate answerBy, boolean answered, ActorId by) {

    /** Whether there is nothing to wait for any more. */
    boolean isRipe(LocalDate today) {
        return answered || today.isAfter(answerBy);
    }
}
