package org.personalbudget.ops.matching;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.projections.reconciliation.StatementQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with statements that somebody began to match and did not finish, because a node went down in the middle. */
public final class Sweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final StatementQuery statements;
    private final Matcher matcher;
    private final int seconds;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("matching-sweep").daemon().factory());

    /** @param seconds how long something waits before it counts as left behind */
    public Sweep(StatementQuery statements, Matcher matcher, int seconds) {
        this.statements = statements;
        this.matcher = matcher;
        this.seconds = seconds;
    }

    public Sweep start() {
        var _ = thread.scheduleWithFixedDelay(this::sweep, seconds, seconds, TimeUnit.SECONDS);
        return this;
    }

    /** Goes on with everything that was left behind. */
    void sweep() {
        try {
            for (StatementId left : statements.unfinished(seconds)) matcher.match(left);
        } catch (RuntimeException e) {
            LOG.warn("matching what was left behind pauses: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
