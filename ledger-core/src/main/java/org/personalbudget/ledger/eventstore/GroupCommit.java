package org.personalbudget.ledger.eventstore;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a node: what many threads ask for goes to the log in groups, in the order in which it was put in
 * line, with one round trip and one commit a group.
 *
 * <p>Who finds nobody writing writes at once, on its own thread; meanwhile others line up, and the writer's thread takes
 * them as the next group. So one caller pays no hand-over, and many callers share a commit.
 */
public final class GroupCommit implements AutoCloseable {

    /** The most requests of one group; more would only make the first of them wait. */
    private static final int MOST_REQUESTS = 256;

    private final AppendConnection log;
    private final BlockingQueue<Waiting> line;
    private final ReentrantLock writing = new ReentrantLock();
    private final Thread writer;
    private final Timer queued;
    private final Timer committed;
    private final Timer published;
    private final DistributionSummary groupSize;
    private final PositionSignal signal;
    private volatile boolean open = true;

    private record Waiting(Append append, CompletableFuture<Outcome> outcome, long since) {}

    /** @param capacity how many requests may wait; whoever comes then waits before getting in line */
    public GroupCommit(AppendConnection log, int capacity, PositionSignal signal, MeterRegistry meters) {
        this.log = log;
        this.signal = signal;
        this.line = new LinkedBlockingQueue<>(capacity);
        this.queued = meters.timer("ledger.append.queue");
        this.committed = meters.timer("ledger.append.commit");
        this.published = meters.timer("ledger.append.publish");
        this.groupSize = meters.summary("ledger.append.group");
        Gauge.builder("ledger.append.waiting", line, BlockingQueue::size).register(meters);
        this.writer = Thread.ofPlatform().name("ledger-writer").daemon().start(this::writeWhileOpen);
    }

    /**
     * Puts a request in line. The outcome comes when it is durable, or known to have failed; it comes exceptionally if
     * the log refused the request outright, or with {@link OutcomeUnknown}.
     */
    public CompletableFuture<Outcome> enqueue(Append append) {
        if (!open) throw new IllegalStateException("the ledger is closing");
        var waiting = new Waiting(append, new CompletableFuture<>(), System.nanoTime());
        try {
            line.put(waiting);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the request was in line", e);
        }
        return waiting.outcome();
    }

    /** Sees to it that the line moves: at once on this thread if nobody is writing, else soon. */
    public void drive() {
        if (line.isEmpty() || !writing.tryLock()) return;
        writeOneGroup();
    }

    /** Sees to it that the line moves, and leaves that to the writer's own thread. */
    public void wake() {
        LockSupport.unpark(writer);
    }

    private void writeWhileOpen() {
        while (open || !line.isEmpty()) {
            if (line.isEmpty()) {
                LockSupport.parkNanos(this, TimeUnit.SECONDS.toNanos(1));
            } else {
                writing.lock();
                writeOneGroup();
            }
        }
    }

    /** Called with the lock held; lets go of it before anyone is told, so that the next group is already on its way. */
    private void writeOneGroup() {
        List<Waiting> group = new ArrayList<>();
        List<Outcome> outcomes = List.of();
        Throwable failure = null;
        try {
            line.drainTo(group, MOST_REQUESTS);
            if (!group.isEmpty()) outcomes = commit(group);
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            writing.unlock();
        }
        if (!line.isEmpty()) LockSupport.unpark(writer);
        publish(group, outcomes, failure);
    }

    private List<Outcome> commit(List<Waiting> group) {
        long start = System.nanoTime();
        groupSize.record(group.size());
        for (Waiting each : group) queued.record(start - each.since(), TimeUnit.NANOSECONDS);
        try {
            return log.append(group.stream().map(Waiting::append).toList());
        } finally {
            committed.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private void publish(List<Waiting> group, List<Outcome> outcomes, @Nullable Throwable failure) {
        long start = System.nanoTime();
        for (int i = 0; i < group.size(); i++) {
            CompletableFuture<Outcome> waiting = group.get(i).outcome();
            if (failure != null) waiting.completeExceptionally(failure);
            else waiting.complete(outcomes.get(i));
        }
        outcomes.stream().mapToLong(GroupCommit::positionOf).max().ifPresent(signal::reached);
        published.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    private static long positionOf(Outcome outcome) {
        return outcome instanceof Outcome.Recorded recorded ? recorded.position() : 0;
    }

    /** Writes what is in line, then ends. */
    @Override
    public void close() {
        open = false;
        LockSupport.unpark(writer);
        try {
            writer.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.close();
    }
}
