package org.personalbudget.ledger.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;

/** What happens to the chain of statements of one account: each begins where the one before ended, or leaves a gap. */
public sealed interface ChainEvent extends Event {

    StatementAccount account();

    @Override
    default StreamId stream() {
        return account().chain();
    }

    /**
     * A statement took its place in the chain, by the day it ends on.
     *
     * @param owner the account as the file names it
     * @param opening the balance before the lines that were taken from it
     * @param closing the balance after them
     * @param gap by how much its opening differs from the closing before it; null for the first of the chain
     * @param next the statement after it, which was there before, or null
     * @param nextGap by how much that one's opening now differs
     */
    record StatementChained(
            StatementAccount account,
            When when,
            StatementId statement,
            LineDigest owner,
            LocalDate from,
            LocalDate to,
            Money opening,
            Money closing,
            @Nullable Money gap,
            @Nullable StatementId next,
            @Nullable Money nextGap)
            implements ChainEvent {}
}
