package org.personalbudget.projections.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.model.SeededHistory;
import org.personalbudget.ledger.model.SeededHistory.Asked;
import org.personalbudget.ledger.model.SeededHistory.Stretch;
import org.personalbudget.ledger.model.Step;

/**
 * Many callers, each waiting for an answer before asking on. What concerns one budget is asked in order; some of them
 * lose patience and ask twice.
 */
final class Callers implements AutoCloseable {

    private static final int CALLERS = 32;
    private static final int IMPATIENT = 20;

    private final LedgerGateway gateway;
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private int repeated;

    Callers(LedgerGateway gateway) {
        this.gateway = gateway;
    }

    /** Asks everything of a stretch, and checks every answer. */
    void ask(Stretch stretch) throws InterruptedException, ExecutionException {
        List<Future<?>> lanes = new ArrayList<>();
        for (List<Asked> lane : lanes(stretch)) {
            lanes.add(threads.submit(() -> lane.forEach(this::ask)));
        }
        for (Future<?> lane : lanes) lane.get();
    }

    private static Iterable<List<Asked>> lanes(Stretch stretch) {
        if (stretch.inOrder()) return List.of(stretch.asked());
        Map<StreamId, List<Asked>> lanes = new LinkedHashMap<>();
        for (Asked asked : stretch.asked()) {
            lanes.computeIfAbsent(asked.step().command().stream(), _ -> new ArrayList<>())
                    .add(asked);
        }
        return lanes.values();
    }

    private void ask(Asked asked) {
        boolean impatient = asked.step().number() % IMPATIENT == 0;
        CompletableFuture<Answer> first = gateway.send(request(asked.step()));
        CompletableFuture<Answer> second = impatient ? gateway.send(request(asked.step())) : first;
        Answer answer = first.join();
        assertThat(decided(answer)).as("%s", asked.step()).isEqualTo(asked.figures());
        if (!impatient) return;
        sameAnswer(answer, second.join(), asked.step());
        sameAnswer(answer, gateway.send(request(asked.step())).join(), asked.step());
        assertThat(gateway.send(otherwise(asked.step())).join()).isInstanceOf(Answer.KeyReused.class);
        repeated();
    }

    private synchronized void repeated() {
        repeated++;
    }

    /** Law 6: the same request twice has one effect and the same answer. */
    private static void sameAnswer(Answer first, Answer again, Step step) {
        assertThat(positionOf(again)).as("%s asked again", step).isEqualTo(positionOf(first));
        assertThat(decided(again)).as("%s asked again", step).isEqualTo(decided(first));
    }

    private static Request request(Step step) {
        return keyed(step, SeededHistory.hashOf(step.command()));
    }

    private static Request otherwise(Step step) {
        return keyed(step, "something else");
    }

    private static Request keyed(Step step, String hash) {
        return Request.keyed(
                step.command(), step.actor().id(), Set.of(step.actor().role()), step.key(), hash);
    }

    private static Object decided(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted ->
                SeededHistory.accepted(
                        accepted.events().stream().map(RecordedEvent::event).toList());
            case Answer.Refused refused ->
                SeededHistory.refused(refused.refused().refusal().code());
            case Answer.KeyReused _ -> "the key has been used for something else";
        };
    }

    private static long positionOf(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> accepted.position();
            case Answer.Refused refused -> refused.position();
            case Answer.KeyReused _ -> -1;
        };
    }

    /** How many requests were sent more than once. */
    synchronized int impatience() {
        return repeated;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
