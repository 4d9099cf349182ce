package org.personalbudget.ledger.axon;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.personalbudget.ledger.eventstore.Append;
import org.personalbudget.ledger.eventstore.GroupCommit;
import org.personalbudget.ledger.eventstore.Outcome;

/**
 * Where decisions get in line for the log. The order of the line is the order in which this node's decisions build upon
 * each other; it is made here, in one short step for all streams that a decision touches, and the streams are free
 * again after it.
 */
final class Line {

    private static final int TURNS = 1_024;

    private final Streams streams;
    private final GroupCommit writer;
    private final Lock step = new ReentrantLock();
    private final Lock[] turns = new Lock[TURNS];

    Line(Streams streams, GroupCommit writer) {
        this.streams = streams;
        this.writer = writer;
        for (int i = 0; i < TURNS; i++) turns[i] = new ReentrantLock();
    }

    /**
     * Taking turns on the stream that decides. It only saves decisions that would have to be taken again; what keeps
     * them right is the comparison in {@link #enter}.
     */
    Lock turnOf(Object stream) {
        return turns[Math.floorMod(stream.hashCode() * 0x9E3779B9, TURNS)];
    }

    /** Puts a ruling in line, unless this node knows that it was decided on what is no longer so. */
    CompletableFuture<Outcome> enter(Ruling ruling, List<Append.NewEvent> events) {
        Append append = append(ruling, events);
        CompletableFuture<Outcome> outcome;
        step.lock();
        try {
            if (ruling.heads().entrySet().stream()
                    .anyMatch(head -> streams.contradicts(head.getKey(), head.getValue()))) {
                return CompletableFuture.completedFuture(new Outcome.Moved());
            }
            outcome = writer.enqueue(append);
            streams.expect(ruling.standings());
        } finally {
            step.unlock();
        }
        return outcome.whenComplete((known, _) -> learn(ruling, known));
    }

    private void learn(Ruling ruling, Outcome outcome) {
        if (outcome instanceof Outcome.Recorded) streams.confirm(ruling.standings());
        else streams.doubt(ruling.heads().keySet());
    }

    private static Append append(Ruling ruling, List<Append.NewEvent> events) {
        Request request = ruling.attempt().request();
        return new Append(
                request.id(),
                request.hash(),
                ruling.actor().id(),
                ruling.actor().role(),
                request.causation(),
                request.correlation(),
                ruling.policyVersion(),
                ruling.heads(),
                events,
                ruling.accepted() ? request.entries() : List.of());
    }
}
