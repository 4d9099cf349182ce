package org.personalbudget.projections.reviews;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ChangeEvent.*;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.ReviewEvent.*;
import org.personalbudget.ledger.budget.ReviewKind;
import org.personalbudget.ledger.budget.ScoredFactor;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.projections.reader.Posted;
import org.personalbudget.projections.reader.Projection;
import org.personalbudget.projections.reader.Rows;

/** Keeps when budgets are to be looked at again, what reviews were held, and how closely each budget is watched. */
public final class ReviewProjection implements Projection {

    private record Clock(BudgetId budget, ReviewKind kind) {}

    private record Due(ReviewScheduled scheduled, long position) {}

    @Override
    public String name() {
        return "reviews";
    }

    @Override
    public void project(List<Posted> events, Connection connection) throws SQLException {
        Page page = new Page();
        for (Posted event : events) {
            // Only two families are about looking again, or make it needless.
            if (event.event() instanceof ReviewEvent review) page.take(review, event);
            if (event.event() instanceof ChangeEvent change) page.take(change);
        }
        page.store(connection);
    }

    /** What some events come to together. */
    private static final class Page {

        /** Null where the clock has stopped. */
        private final Map<Clock, @Nullable Due> clocks = new LinkedHashMap<>();

        private final Rows held = Rows.of("uuid", "uuid", "text", "date", "uuid", "text", "int8", "timestamptz");
        private final Rows scores = Rows.of("int8", "uuid", "date", "timestamptz", "int4", "text", "date", "text");
        private final Rows factors = Rows.of("int8", "int2", "text", "int4", "int4");

        void take(ChangeEvent event) {
            switch (event) {
                // A budget that has ended is looked at no more.
                case BudgetEnded ended -> stop(ended);
                case DeathRecorded died -> stop(died);
                // A budget that is suspended, or deployed otherwise, is looked at all the same.
                case BudgetSuspended _, BudgetResumed _, AccountClosed _, MoneyTransferred _ -> {}
                case InstalmentReduced _, OverAdvanced _, UpliftProposed _, CutProposed _ -> {}
            }
        }

        void take(ReviewEvent event, Posted posted) {
            switch (event) {
                case ReviewScheduled e -> clocks.put(new Clock(e.budget(), e.kind()), new Due(e, posted.position()));
                case ReviewRecorded e ->
                    held.add(
                            e.review(),
                            e.budget(),
                            e.kind(),
                            e.effectiveOn(),
                            e.findings().ref(),
                            e.by().value(),
                            posted.position(),
                            posted.recorded().recordedAt());
                case MonitoringScored e -> score(e, posted);
            }
        }

        private void score(MonitoringScored event, Posted posted) {
            scores.add(
                    posted.position(),
                    event.budget(),
                    event.effectiveOn(),
                    posted.recorded().recordedAt(),
                    event.score(),
                    event.tier(),
                    event.nextReturn(),
                    event.by().value());
            int ordinal = 0;
            for (ScoredFactor factor : event.factors()) {
                factors.add(posted.position(), ordinal++, factor.factor(), factor.count(), factor.points());
            }
        }

        void stop(BudgetEvent event) {
            for (ReviewKind kind : ReviewKind.values()) clocks.put(new Clock(event.budget(), kind), null);
        }

        void store(Connection connection) throws SQLException {
            Rows stopped = Rows.of("uuid", "text");
            Rows due = Rows.of("uuid", "text", "date", "int8");
            clocks.forEach((clock, next) -> {
                stopped.add(clock.budget(), clock.kind());
                if (next != null)
                    due.add(clock.budget(), clock.kind(), next.scheduled().dueOn(), next.position());
            });
            stopped.send(connection, """
                    DELETE FROM review_clock AS c USING unnest(?, ?) AS s (budget, clock)
                    WHERE c.budget = s.budget AND c.clock = s.clock
                    """);
            due.copy(connection, "review_clock");
            held.copy(connection, "review_held");
            scores.copy(connection, "monitoring_score");
            factors.copy(connection, "monitoring_factor");
        }
    }
}
