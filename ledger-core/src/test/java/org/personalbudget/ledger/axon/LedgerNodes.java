package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;

/** Two nodes of the ledger as it is in production, on one database of a test's own, on one morning. */
final class LedgerNodes implements AutoCloseable {

    /** How many there are. */
    static final int NODES = 2;

    private static final int CONNECTIONS = 8;

    private final List<Ledger> nodes = new ArrayList<>();
    private final HikariDataSource pool;

    LedgerNodes(LocalDate today) {
        String database = TestLedger.migrated().jdbcUrl();
        Clock morning = Clock.fixed(today.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        pool = TestLedger.pool(database, CONNECTIONS);
        for (int i = 0; i < NODES; i++) {
            nodes.add(new Ledger(
                    pool,
                    TestLedger.service(database),
                    morning,
                    new SimpleMeterRegistry(),
                    LedgerConfiguration.contents(),
                    Ledger.Limits.STANDARD));
        }
    }

    /** Sent to the node of that number, counted round. */
    Answer send(int node, Request request) {
        return TestLedger.of(nodes.get(node % NODES).gateway().send(request));
    }

    /** Asked of that node by whoever has the first role that may. */
    Answer ask(int node, Command command) {
        return send(node, Request.once(command, actorOf(command), Set.of(roleOf(command))));
    }

    /** The same where all that is asked is granted. */
    Answer.Accepted granted(int node, Command command) {
        Answer answer = ask(node, command);
        assertThat(answer).as(command.toString()).isInstanceOf(Answer.Accepted.class);
        return (Answer.Accepted) answer;
    }

    static Role roleOf(Command command) {
        return command.permitted().stream().sorted().findFirst().orElseThrow();
    }

    static ActorId actorOf(Command command) {
        return new ActorId(roleOf(command).name());
    }

    /** The one event of that kind in an answer. */
    static <E extends Event> E the(Answer.Accepted answer, Class<E> kind) {
        return all(answer.events().stream().map(RecordedEvent::event).toList(), kind)
                .findFirst()
                .orElseThrow();
    }

    static <E extends Event> Stream<E> all(List<Event> log, Class<E> kind) {
        return log.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Everything that was recorded, in order. */
    List<RecordedEvent> log() {
        EventReader reader = nodes.getFirst().reader();
        List<RecordedEvent> log = new ArrayList<>();
        long position = 0;
        for (var page = reader.after(0, EventReader.PAGE);
                !page.isEmpty();
                page = reader.after(position, EventReader.PAGE)) {
            log.addAll(page);
            position = page.getLast().position();
        }
        return log;
    }

    List<Event> events() {
        return log().stream().map(RecordedEvent::event).toList();
    }

    @Override
    public void close() {
        nodes.forEach(Ledger::close);
        pool.close();
    }
}
