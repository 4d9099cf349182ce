package org.personalbudget.ops.bench;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;

/** Sends commands as production does, each under a key of its own, and counts the answers. */
final class BenchCaller {

    private final LedgerGateway gateway;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final String run;

    /**
     * @param run makes the keys of this run its own
     */
    BenchCaller(LedgerGateway gateway, String run) {
        this.gateway = gateway;
        this.run = run;
    }

    /** Waits until the answer is durable; answers the events of an accepted command. */
    List<Event> send(Role role, Command command) {
        String key = run + "-" + Thread.currentThread().threadId() + "-" + System.nanoTime();
        ActorId actor = new ActorId("bench-" + role.name());
        Answer answer = gateway.send(Request.keyed(command, actor, Set.of(role), key, run))
                .join();
        if (answer instanceof Answer.Accepted yes) {
            accepted.increment();
            events.add(yes.events().size());
            return yes.events().stream().map(RecordedEvent::event).toList();
        }
        refused.increment();
        return List.of();
    }

    long accepted() {
        return accepted.sum();
    }

    long refused() {
        return refused.sum();
    }

    /** Everything this caller was told is recorded: the events of accepted commands, and one for each refusal. */
    long recorded() {
        return events.sum() + refused.sum();
    }
}
