package org.personalbudget.ops.bench;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Work shared among threads of the platform, as clients would. */
final class Callers {

    private Callers() {}

    /** Does something with each of many, by so many threads, and returns when all is done. */
    static <T> void each(List<T> many, int threads, Consumer<T> work) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        together(threads, caller -> {
            for (int i = next.getAndIncrement(); i < many.size(); i = next.getAndIncrement()) work.accept(many.get(i));
        });
    }

    /** Lets threads work side by side; what one of them throws is thrown here. */
    static void together(int threads, Consumer<Integer> work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(threads);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        for (int i = 0; i < threads; i++) {
            int caller = i;
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    work.accept(caller);
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        Throwable thrown = failure.get();
        if (thrown != null) throw new IllegalStateException("a caller failed", thrown);
    }
}
