package org.personalbudget.projections.audit;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.postings.JournalLine;
import org.personalbudget.ledger.postings.Postings;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.projections.Listed;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The history of one budget: its own events and its payments', in the order they were recorded. */
public final class HistoryQuery {

    private final JdbcClient database;
    private final EventReader log;
    private final Function<Event, JsonNode> json;

    /** @param json how an event is written */
    public HistoryQuery(JdbcClient database, EventReader log, Function<Event, JsonNode> json) {
        this.database = database;
        this.log = log;
        this.json = json;
    }

    /**
     * The events recorded up to an instant.
     *
     * @param known the last instant that counts
     * @param after the cursor: later positions only; 0 starts at the beginning
     */
    public Listed<HistoryEvent> of(BudgetId budget, Instant known, long after, int limit) {
        List<Long> positions = database.sql("""
                        SELECT position FROM read.budget_event
                        WHERE budget = :budget AND position > :after ORDER BY position LIMIT :limit
                        """)
                .param("budget", budget.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query(Long.class)
                .list();
        List<HistoryEvent> events = log.at(positions).stream()
                .filter(event -> !event.recordedAt().isAfter(known))
                .map(this::historyEvent)
                .toList();
        return Listed.page(events, limit, HistoryEvent::position);
    }

    private HistoryEvent historyEvent(RecordedEvent event) {
        JsonNode data = json.apply(event.event());
        return new HistoryEvent(
                event.position(),
                event.stream(),
                event.sequence(),
                event.type(),
                event.recordedAt(),
                event.effectiveOn(),
                event.actor(),
                event.role(),
                reason(data),
                event.policyVersion(),
                data,
                postings(event.event()));
    }

    private static @Nullable JsonNode reason(JsonNode data) {
        JsonNode reasons = data.get("reasons");
        return reasons != null ? reasons : data.get("reason");
    }

    private static List<HistoryEvent.Posting> postings(Event event) {
        return Postings.of(event).stream()
                .flatMap(entry -> entry.lines().stream())
                .map(HistoryQuery::posting)
                .toList();
    }

    private static HistoryEvent.Posting posting(JournalLine line) {
        return new HistoryEvent.Posting(line.account().code(), line.source(), line.book(), line.debit(), line.credit());
    }
}
