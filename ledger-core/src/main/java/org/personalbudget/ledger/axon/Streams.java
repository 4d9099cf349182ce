package org.personalbudget.ledger.axon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.eventstore.Head;
import org.personalbudget.ledger.kernel.Fold;
import org.personalbudget.ledger.kernel.StreamId;

/**
 * What this node knows of the streams: for each, how it stands in the log as far as is known, and how it will stand
 * when everything in line has been written. A decision is taken on the latter, so that a stream is free again as soon
 * as its decision is in line. Nothing here is ever trusted: the log checks every head again under its lock.
 */
final class Streams {

    private final Cache<StreamId, Known> cache;
    private final Recall recall;

    /**
     * @param durable a state of the past that is certainly in the log
     * @param latest the state to decide on, or null if the log has to be asked first
     */
    private record Known(
            @Nullable Standing durable, @Nullable Standing latest) {}

    /** @param capacity how many streams are remembered; what falls out is read again */
    Streams(Recall recall, long capacity) {
        this.recall = recall;
        this.cache = Caffeine.newBuilder().maximumSize(capacity).build();
    }

    /** How a stream stands, read from the log if need be. */
    Standing standing(StreamId stream, Fold<?, ?> fold) {
        Known known = cache.getIfPresent(stream);
        if (known != null && known.latest() != null) return known.latest();
        Standing durable = known == null ? null : known.durable();
        Standing read = durable == null ? recall.cold(stream, fold) : recall.since(stream, fold, durable);
        Known now = cache.asMap().merge(stream, new Known(read, read), Streams::unlessAhead);
        return now.latest() == null ? read : now.latest();
    }

    /** How a stream stands if that is known without asking the log, else null. */
    @Nullable
    Standing remembered(StreamId stream) {
        Known known = cache.getIfPresent(stream);
        return known == null ? null : known.latest();
    }

    /** Whoever was quicker may already have a decision in line. */
    private static Known unlessAhead(Known there, Known read) {
        return there.latest() == null ? read : there;
    }

    /** Whether a stream is known to stand elsewhere than at that head. */
    boolean contradicts(StreamId stream, Head head) {
        Standing latest = remembered(stream);
        return latest != null && !latest.head().equals(head);
    }

    /** A decision is in line: this is how the streams will stand. */
    void expect(Map<StreamId, Standing> standings) {
        standings.forEach((stream, standing) -> cache.asMap()
                .merge(stream, new Known(null, standing), (there, next) -> new Known(there.durable(), standing)));
    }

    /** A decision is durable: this is how the streams stood right after it. */
    void confirm(Map<StreamId, Standing> standings) {
        standings.forEach((stream, standing) -> cache.asMap()
                .computeIfPresent(stream, (_, there) -> new Known(later(there.durable(), standing), there.latest())));
    }

    private static Standing later(@Nullable Standing one, Standing other) {
        return one != null && one.head().sequence() > other.head().sequence() ? one : other;
    }

    /** A decision failed: how these streams will stand is unknown. */
    void doubt(Collection<StreamId> streams) {
        for (StreamId stream : streams) {
            cache.asMap().computeIfPresent(stream, (_, there) -> new Known(there.durable(), null));
        }
    }
}
