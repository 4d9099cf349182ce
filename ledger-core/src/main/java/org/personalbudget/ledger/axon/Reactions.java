package org.personalbudget.ledger.axon;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.personalbudget.ledger.axon.Todos.Todo;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Carries reactions out. An Axon processor each reads the log and notes what is to be done, in the transaction that
 * remembers how far it has read; then the command is sent. Its identity is made from the event and the reaction, so
 * however often it is sent, and by however many nodes, it is answered once.
 */
public final class Reactions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reactions.class);
    private static final int AT_A_TIME = 100;
    private static final long PAUSE_MILLIS = 200;

    private final Ledger ledger;
    private final Todos todos;
    private final Clock clock;
    private final List<PooledStreamingEventProcessor> processors = new ArrayList<>();
    private final ScheduledExecutorService threads;

    /** @param work connections as the service's role */
    public Reactions(Ledger ledger, DataSource work, Clock clock, List<? extends Reaction> reactions) {
        this.ledger = ledger;
        this.todos = new Todos(work);
        this.clock = clock;
        this.threads = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("reactions-", 0).daemon().factory());
        var transactions = new SpringTransactionManager(new DataSourceTransactionManager(work));
        for (Reaction reaction : reactions) {
            processors.add(processor(reaction, transactions, tokens(work)));
            var _ = threads.scheduleWithFixedDelay(() -> carryOut(reaction), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        processors.forEach(PooledStreamingEventProcessor::start);
    }

    private static TokenStore tokens(DataSource work) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(work))
                .serializer(JacksonSerializer.defaultSerializer())
                .schema(TokenSchema.builder()
                        .setTokenTable("work.token")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("claimed_at")
                        .build())
                .contentType(byte[].class)
                .build();
    }

    private PooledStreamingEventProcessor processor(
            Reaction reaction, SpringTransactionManager transactions, TokenStore tokens) {
        return PooledStreamingEventProcessor.builder()
                .name(reaction.name())
                .messageSource(ledger.events())
                .eventHandlerInvoker(new Noting(reaction))
                .errorHandler(PropagatingErrorHandler.instance())
                .tokenStore(tokens)
                .transactionManager(transactions)
                .initialToken(source -> source.createTailToken())
                .initialSegmentCount(1)
                .batchSize(AT_A_TIME)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .build();
    }

    /** Where Axon hands an event over: all that happens here is a note. */
    private final class Noting implements EventHandlerInvoker {

        private final Reaction reaction;

        private Noting(Reaction reaction) {
            this.reaction = reaction;
        }

        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            return true;
        }

        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            var event = (RecordedEvent) message.getMetaData().get(PostgresEventStorageEngine.RECORDED);
            if (event == null) throw new IllegalStateException("not an event of this log");
            if (reaction.to(event).isPresent()) todos.note(reaction.name(), event.id(), event.position());
        }
    }

    /** Sends everything that is open. What fails stays open, and does not keep what comes after it waiting. */
    private void carryOut(Reaction reaction) {
        try {
            long after = 0;
            for (List<Todo> open = todos.open(reaction.name(), after, AT_A_TIME);
                    !open.isEmpty();
                    open = todos.open(reaction.name(), after, AT_A_TIME)) {
                for (Todo todo : open) carryOut(reaction, todo);
                after = open.getLast().position();
            }
        } catch (RuntimeException e) {
            LOG.warn("the reaction {} pauses: {}", reaction.name(), e.getClass().getSimpleName());
        }
    }

    private void carryOut(Reaction reaction, Todo todo) {
        RecordedEvent event = ledger.reader().at(todo.position()).orElseThrow();
        var command = reaction.to(event).orElseThrow();
        try {
            Answer answer =
                    ledger.gateway().send(request(reaction, event, command)).join();
            todos.done(reaction.name(), event.id(), kind(answer), clock.instant());
        } catch (RuntimeException e) {
            todos.failed(reaction.name(), event.id());
            LOG.warn("the reaction {} to position {} failed: {}", reaction.name(), todo.position(), e.getMessage());
        }
    }

    private static Request request(Reaction reaction, RecordedEvent event, Command command) {
        var id = new CommandId(new CommandId(event.id()).derive(reaction.name()));
        return new Request(
                command,
                id,
                "",
                new ActorId(reaction.name()),
                Set.of(Role.SYSTEM),
                List.of(),
                event.id(),
                event.correlation());
    }

    private static String kind(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> "accepted";
            case Answer.Refused refused -> refused.refused().refusal().code();
            case Answer.KeyReused _ -> throw new IllegalStateException("a reaction asked for two things at once");
        };
    }

    @Override
    public void close() {
        processors.forEach(PooledStreamingEventProcessor::shutDown);
        threads.shutdownNow();
    }
}
