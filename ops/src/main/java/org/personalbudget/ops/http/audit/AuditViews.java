package org.personalbudget.ops.http.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.StoredEvent;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.security.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the log itself, row by row as it was written, refusals included. */
@Tag(name = "Audit")
@RestController
public final class AuditViews {

    private final EventReader log;

    AuditViews(EventReader log) {
        this.log = log;
    }

    @Operation(
            summary = "The raw log",
            description = "Every event as it was written, in the order of its position. The cursor is a position.")
    @GetMapping("/api/v1/audit/events")
    @Open
    LogPage events(Page page) {
        List<LogRow> rows = log.rowsAfter(page.after(), page.limit()).stream()
                .map(LogRow::of)
                .toList();
        boolean more =
                rows.size() == page.limit() && log.head() > rows.getLast().position();
        return new LogPage(rows, more ? Long.toString(rows.getLast().position()) : null);
    }

    @Schema(name = "LogPage")
    record LogPage(List<LogRow> events, @Nullable String nextCursor) {}

    /** @param data the event as it was written, in the revision named */
    @Schema(name = "LogRow")
    record LogRow(
            long position,
            String stream,
            long sequence,
            UUID id,
            String type,
            int revision,
            Instant recordedAt,
            LocalDate effectiveOn,
            String actor,
            Role role,
            UUID commandId,
            @Nullable UUID causationId,
            UUID correlationId,
            int policyVersion,
            @JsonRawValue @Schema(type = "object") String data) {
        static LogRow of(StoredEvent it) {
            return new LogRow(
                    it.position(),
                    it.stream().toString(),
                    it.sequence(),
                    it.id(),
                    it.type(),
                    it.revision(),
                    it.recordedAt(),
                    it.effectiveOn(),
                    it.actor().value(),
                    it.role(),
                    it.command().value(),
                    it.causation(),
                    it.correlation(),
                    it.policyVersion(),
                    new String(it.payload(), StandardCharsets.UTF_8));
        }
    }
}
