package org.personalbudget.ledger.axon;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.personalbudget.ledger.eventstore.EventCodec;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.GroupCommit;
import org.personalbudget.ledger.eventstore.Outcome;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.CommandRefused;

/** Sends requests through Axon's command bus, decides again what others have overtaken, and says what became of it. */
final class AxonLedgerGateway implements LedgerGateway, AutoCloseable {

    /** How often a request is decided before it is given up. Between two nodes one of them always gets on. */
    private static final int MOST_ATTEMPTS = 50;

    private final CommandBus bus;
    private final GroupCommit writer;
    private final EventReader reader;
    private final EventCodec codec;
    private final Counter again;
    private final ExecutorService secondThoughts = Executors.newVirtualThreadPerTaskExecutor();

    AxonLedgerGateway(CommandBus bus, GroupCommit writer, EventReader reader, EventCodec codec, MeterRegistry meters) {
        this.bus = bus;
        this.writer = writer;
        this.reader = reader;
        this.codec = codec;
        this.again = meters.counter("ledger.command.again");
    }

    @Override
    public CompletableFuture<Answer> send(Request request) {
        var answer = new CompletableFuture<Answer>();
        attempt(Attempt.first(request), answer);
        return answer;
    }

    @Override
    public List<CompletableFuture<Answer>> sendAll(List<Request> requests) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>(requests.size());
        for (Request request : requests) {
            var answer = new CompletableFuture<Answer>();
            answers.add(answer);
            dispatch(Attempt.first(request), answer);
        }
        writer.wake();
        return answers;
    }

    private void attempt(Attempt attempt, CompletableFuture<Answer> answer) {
        dispatch(attempt, answer);
        writer.drive();
    }

    private void dispatch(Attempt attempt, CompletableFuture<Answer> answer) {
        bus.dispatch(
                message(attempt),
                (CommandMessage<? extends Object> _, CommandResultMessage<? extends Verdict> result) -> {
                    if (result.isExceptional()) answer.completeExceptionally(result.exceptionResult());
                    else await(result.getPayload(), answer);
                });
    }

    private static CommandMessage<?> message(Attempt attempt) {
        return new GenericCommandMessage<>(attempt.request().command(), Map.of(DeciderShell.ATTEMPT, attempt));
    }

    private void await(Verdict verdict, CompletableFuture<Answer> answer) {
        var _ = verdict.outcome().whenComplete((outcome, failure) -> {
            if (failure != null) answer.completeExceptionally(failure);
            else settle(verdict.ruling(), outcome, answer);
        });
    }

    /** On the writer's thread: what takes longer than a moment goes elsewhere. */
    private void settle(Ruling ruling, Outcome outcome, CompletableFuture<Answer> answer) {
        switch (outcome) {
            case Outcome.Recorded recorded -> {
                var events = ruling.recorded(recorded.position(), recorded.at(), codec);
                answer.complete(answer(recorded.position(), events, false));
            }
            case Outcome.AnsweredBefore before ->
                onItsOwn(answer, () -> answer.complete(answeredBefore(ruling, before)));
            case Outcome.KeyUsed _ -> answer.complete(new Answer.KeyReused());
            case Outcome.Moved _ ->
                onItsOwn(answer, () -> decideAgain(ruling.attempt().again(), answer));
            case Outcome.Taken taken ->
                onItsOwn(answer, () -> decideAgain(ruling.attempt().without(taken.tag()), answer));
            case Outcome.Impossible impossible -> answer.completeExceptionally(impossible.reason());
        }
    }

    private void onItsOwn(CompletableFuture<Answer> answer, Runnable work) {
        secondThoughts.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
    }

    private void decideAgain(Attempt attempt, CompletableFuture<Answer> answer) {
        again.increment();
        if (attempt.number() > MOST_ATTEMPTS) {
            answer.completeExceptionally(new Contention(attempt.request().command().stream(), MOST_ATTEMPTS));
            return;
        }
        if (attempt.number() > 3) {
            long most = TimeUnit.MILLISECONDS.toNanos(attempt.number());
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
        }
        attempt(attempt, answer);
    }

    private Answer answeredBefore(Ruling ruling, Outcome.AnsweredBefore before) {
        if (before.events() == 0) return new Answer.Accepted(before.position(), List.of(), true);
        List<RecordedEvent> events = reader.after(before.position() - before.events(), before.events());
        // A connection lost in its commit was this very append, if it recorded this very event.
        boolean itself = !ruling.facts().isEmpty()
                && events.getFirst().id().equals(ruling.facts().getFirst().id());
        return answer(before.position(), events, !itself);
    }

    private static Answer answer(long position, List<RecordedEvent> events, boolean replayed) {
        return events.size() == 1 && events.getFirst().event() instanceof CommandRefused refused
                ? new Answer.Refused(position, refused, replayed)
                : new Answer.Accepted(position, events, replayed);
    }

    /** Requests still being decided again are given up. */
    @Override
    public void close() {
        secondThoughts.shutdownNow();
    }
}
