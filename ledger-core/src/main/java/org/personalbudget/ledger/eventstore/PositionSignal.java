package org.personalbudget.ledger.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far this node has written, for readers that would rather be woken than ask. It knows nothing of other nodes, so a
 * reader asks the log itself as well, every now and then.
 */
public final class PositionSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile long position;

    /** The last position this node has made durable, 0 if none since it started. */
    public long position() {
        return position;
    }

    /** Runs on the writer's thread whenever something has become durable: a moment's work, or none. */
    public void whenMoved(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Waits until this node has written something beyond a position.
     *
     * @return whether it has; false after the time is up
     */
    public boolean awaitBeyond(long known, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (position <= known && left > 0) left = moved.awaitNanos(left);
            return position > known;
        } finally {
            lock.unlock();
        }
    }

    void reached(long durable) {
        lock.lock();
        try {
            if (durable <= position) return;
            position = durable;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
    }
}
