package org.personalbudget.ops.http.budgets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ops.http.view.Listing;
import org.personalbudget.projections.Listed;
import org.personalbudget.projections.audit.HistoryEvent;
import tools.jackson.databind.JsonNode;

/** What happened to a budget, event by event. */
@Schema(name = "History")
record HistoryAnswer(List<Row> events, @Nullable String nextCursor) {

    static HistoryAnswer of(Listed<HistoryEvent> listed) {
        return new HistoryAnswer(listed.items().stream().map(Row::of).toList(), Listing.cursor(listed.next()));
    }

    /**
     * One event.
     *
     * @param reason the reasons the event states, or null
     * @param data the event itself
     */
    @Schema(name = "HistoryEvent")
    record Row(
            long position,
            String stream,
            long sequence,
            String type,
            Instant recordedAt,
            LocalDate effectiveOn,
            String actor,
            Role role,
            @Schema(type = "object") @Nullable JsonNode reason,
            int policyVersion,
            @Schema(type = "object") JsonNode data,
            List<Posting> postings) {
        static Row of(HistoryEvent it) {
            return new Row(
                    it.position(),
                    it.stream().toString(),
                    it.sequence(),
                    it.type(),
                    it.recordedAt(),
                    it.effectiveOn(),
                    it.actor().value(),
                    it.role(),
                    it.reason(),
                    it.policyVersion(),
                    it.data(),
                    it.postings().stream().map(Posting::of).toList());
        }
    }

    @Schema(name = "Posting")
    record Posting(@Schema(example = "1200") String account, Source source, Funder book, Money debit, Money credit) {
        static Posting of(HistoryEvent.Posting it) {
            return new Posting(Integer.toString(it.account()), it.source(), it.book(), it.debit(), it.credit());
        }
    }
}
