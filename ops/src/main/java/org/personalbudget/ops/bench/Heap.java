package org.personalbudget.ops.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * How much of the heap is in use at most: before a collection, which says how much the collector was given, and after
 * one, which says how much was needed.
 */
final class Heap implements AutoCloseable, NotificationListener {

    private static final long MEGABYTE = 1 << 20;

    private final AtomicLong before = new AtomicLong();
    private final AtomicLong after = new AtomicLong();
    private final List<NotificationEmitter> collectors = new ArrayList<>();

    Heap() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (!(collector instanceof NotificationEmitter emitter)) continue;
            emitter.addNotificationListener(this, null, null);
            collectors.add(emitter);
        }
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (!(notification.getUserData() instanceof CompositeData data)) return;
        var collection = GarbageCollectionNotificationInfo.from(data).getGcInfo();
        before.accumulateAndGet(heapOf(collection.getMemoryUsageBeforeGc()), Math::max);
        after.accumulateAndGet(heapOf(collection.getMemoryUsageAfterGc()), Math::max);
    }

    private static long heapOf(Map<String, MemoryUsage> pools) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pools.containsKey(pool.getName())
                        ? pools.get(pool.getName()).getUsed()
                        : 0)
                .sum();
    }

    @Override
    public String toString() {
        return "heap at most %,d MB, %,d MB after a collection"
                .formatted(before.get() / MEGABYTE, after.get() / MEGABYTE);
    }

    @Override
    public void close() {
        try {
            for (NotificationEmitter collector : collectors) collector.removeNotificationListener(this);
        } catch (ListenerNotFoundException e) {
            throw new IllegalStateException("nobody else takes it away", e);
        }
    }
}
