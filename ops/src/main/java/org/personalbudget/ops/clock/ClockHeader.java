package org.personalbudget.ops.clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Sets the clock to what the header {@code Ledger-Clock} says: never backwards, and only where it is switched on. */
public final class ClockHeader implements HandlerInterceptor {

    public static final String HEADER = "Ledger-Clock";

    private static final Instant EARLIEST = Instant.parse("2015-04-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2046-03-31T00:00:00Z");

    private final LedgerClock clock;
    private final EventReader log;

    public ClockHeader(LedgerClock clock, EventReader log) {
        this.clock = clock;
        this.log = log;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String given = request.getHeader(HEADER);
        if (given == null) return true;
        if (!clock.isSettable()) {
            throw refused(
                    400,
                    "ledger-clock-off",
                    "The clock of this ledger cannot be set; ledger.clock.settable is not switched on.");
        }
        set(read(given));
        return true;
    }

    /** One at a time, so that no two set it past each other. */
    private synchronized void set(Instant instant) {
        Instant last = lastRecorded();
        if (last != null && instant.isBefore(last)) {
            throw new ProblemException(Problem.of(
                            422,
                            "ledger-clock-backwards",
                            "The clock never goes backwards: the last event was recorded at " + last + ".")
                    .about(HEADER)
                    .with("lastRecordedAt", last.toString()));
        }
        clock.setTo(instant);
    }

    private @Nullable Instant lastRecorded() {
        long head = log.head();
        return head == 0 ? null : log.at(head).map(RecordedEvent::recordedAt).orElse(null);
    }

    private static Instant read(String given) {
        try {
            Instant instant = Instant.parse(given).truncatedTo(ChronoUnit.MICROS);
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) return instant;
        } catch (DateTimeException e) {
            // Refused below, like a year that the ledger has no table for.
        }
        throw refused(
                400,
                "ledger-clock-invalid",
                "Ledger-Clock must be an instant such as 2025-06-02T09:00:00Z, from 2015-04 to" + " 2046-03.");
    }

    private static ProblemException refused(int status, String code, String detail) {
        return new ProblemException(Problem.of(status, code, detail).about(HEADER));
    }
}
