package org.personalbudget.ops.reading;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.projections.reader.Rebuild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays of this node: one at a time, in the background. They are remembered as long as the node runs; what they leave
 * behind is in the tables themselves.
 */
public final class Replays {

    private static final Logger log = LoggerFactory.getLogger(Replays.class);

    private final Rebuild rebuild;
    private final EventReader events;
    private final Map<UUID, Replay> known = new ConcurrentHashMap<>();
    private volatile Optional<UUID> running = Optional.empty();

    public Replays(Rebuild rebuild, EventReader events) {
        this.rebuild = rebuild;
        this.events = events;
    }

    /**
     * How far a replay has got.
     *
     * @param position the last event read
     * @param head the last event there was when it was asked for
     * @param different the tables whose rows were not the same before; empty is what law 3 promises
     */
    public record Replay(UUID id, State state, long position, long head, List<String> different) {}

    /** What a replay is doing. */
    public enum State {
        RUNNING,
        /** Every table came out with the same rows. */
        IDENTICAL,
        /** Some tables came out with other rows, and have been replaced. */
        DIFFERENT,
        /** It broke off, and nothing was replaced. */
        FAILED
    }

    /**
     * Starts a replay, or answers the one that this id has started before.
     *
     * @return nothing if another is running
     */
    public synchronized Optional<Replay> start(UUID id) {
        Optional<Replay> before = find(id);
        if (before.isPresent()) return before;
        if (running.isPresent()) return Optional.empty();
        Replay replay = new Replay(id, State.RUNNING, 0, events.head(), List.of());
        known.put(id, replay);
        running = Optional.of(id);
        Thread.ofPlatform().name("replay").daemon().start(() -> run(replay));
        return Optional.of(replay);
    }

    private void run(Replay replay) {
        try {
            Rebuild.Result result = rebuild.run();
            State state = result.identical() ? State.IDENTICAL : State.DIFFERENT;
            end(new Replay(replay.id(), state, result.position(), replay.head(), result.different()));
        } catch (SQLException | RuntimeException e) {
            log.error("Replay {} broke off", replay.id(), e);
            end(new Replay(replay.id(), State.FAILED, rebuild.position(), replay.head(), List.of()));
        }
    }

    private synchronized void end(Replay replay) {
        known.put(replay.id(), replay);
        running = Optional.empty();
    }

    public Optional<Replay> find(UUID id) {
        return Optional.ofNullable(known.get(id)).map(this::asItStands);
    }

    private Replay asItStands(Replay replay) {
        if (replay.state() != State.RUNNING) return replay;
        return new Replay(replay.id(), State.RUNNING, rebuild.position(), replay.head(), List.of());
    }
}
