package org.personalbudget.projections.reader;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.projections.reader.ProjectionReader.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the projections up with the log: woken by every commit of this node, and looking by itself for those of others.
 * A failure is logged and tried again; nothing is ever skipped, so what people read may be late but is never wrong.
 */
public final class LiveReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final Duration NUDGE = Duration.ofMillis(20);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final ProjectionReader reader;
    private final EventReader log;
    private final Duration poll;
    private final Semaphore wakeUps = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Thread thread = Thread.ofPlatform().name("projections").unstarted(this::run);
    private volatile long position;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param poll how long it waits for a wake-up before it looks by itself */
    public LiveReader(ProjectionReader reader, EventReader log, Duration poll, MeterRegistry meters) {
        this.reader = reader;
        this.log = log;
        this.poll = poll;
        Gauge.builder("ledger.projections.lag", this, LiveReader::lag)
                .description("events recorded and not yet projected")
                .register(meters);
    }

    public LiveReader start() {
        thread.start();
        return this;
    }

    /** Something was committed: look now. Returns at once, and may be called from any thread. */
    public void wake() {
        wakeUps.release();
    }

    /** The position up to which everything has been projected, as far as this node knows. */
    public long position() {
        return position;
    }

    /** How many events are recorded and not yet projected. */
    public long lag() {
        return Math.max(0, log.head() - position);
    }

    /**
     * Waits until everything up to a position can be read.
     *
     * @return false if that took longer than the timeout
     */
    public boolean awaitPosition(long wanted, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (position < wanted && left > 0) {
                // Another node may be projecting it, and nobody wakes this one when that is done.
                wake();
                long nap = Math.min(left, NUDGE.toNanos());
                left -= nap - Math.max(0, moved.awaitNanos(nap));
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until everything recorded so far can be read, so that an answer as of now is the answer for ever.
     *
     * @return false if that took longer than the timeout
     */
    public boolean awaitHead(Duration timeout) throws InterruptedException {
        return awaitPosition(log.head(), timeout);
    }

    private void run() {
        while (closed.getCount() > 0) {
            try {
                Step step = reader.step();
                reached(step.position());
                if (!step.more()) awaitWakeUp();
            } catch (SQLException | RuntimeException e) {
                if (closed.getCount() == 0) return;
                LOG.warn("projecting failed at position {}, and is tried again", position, e);
                if (awaitClose(AFTER_FAILURE)) return;
            }
        }
    }

    private void reached(long next) {
        if (next == position) return;
        lock.lock();
        try {
            position = next;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWakeUp() {
        try {
            if (wakeUps.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) wakeUps.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    /** A wake-up does not make a failure go away, so it does not cut the wait short. */
    private boolean awaitClose(Duration duration) {
        try {
            return closed.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
            return true;
        }
    }

    /** Ends after the page at hand. */
    @Override
    public void close() {
        closed.countDown();
        wake();
        try {
            if (thread.isAlive()) thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
