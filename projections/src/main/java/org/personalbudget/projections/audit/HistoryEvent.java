package org.personalbudget.projections.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;
import tools.jackson.databind.JsonNode;

/**
 * One event of a budget's history: who did what, when, why, and what it posted.
 *
 * @param position its place in the ledger
 * @param sequence its place in its stream
 * @param reason the reasons the event states, as it states them, or null
 * @param policyVersion the policy it was decided under
 * @param data the event in its newest revision
 * @param postings what it posted, entry by entry
 */
public record HistoryEvent(
        long position,
        StreamId stream,
        long sequence,
        String type,
        Instant recordedAt,
        LocalDate effectiveOn,
        ActorId actor,
        Role role,
        @Nullable JsonNode reason,
        int policyVersion,
        JsonNode data,
        List<Posting> postings) {

    /** One line that the event posted; {@code account} is a code of the chart of accounts. */
    public record Posting(int account, Source source, Funder book, Money debit, Money credit) {}
}
