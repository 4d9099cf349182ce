package org.personalbudget.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.axon.TestLedger.of;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.axon.CounterCommand.Count;
import org.personalbudget.ledger.axon.CounterEvent.Counted;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;

class ReactionsTest {

    private static final UUID SHADOW = new UUID(7, 7);

    /** Counts whatever is counted elsewhere once more, on a counter of its own. */
    private static final class Shadowing implements Reaction {
        @Override
        public String name() {
            return "shadowing";
        }

        @Override
        public Optional<Command> to(RecordedEvent event) {
            return event.event() instanceof Counted counted
                            && !counted.counter().equals(SHADOW)
                    ? Optional.of(new Count(SHADOW, 1_000))
                    : Optional.empty();
        }
    }

    /** Two nodes that both react, the second from the start of the log, as after the loss of everything in "work". */
    @Test
    void aReactionHappensOnceHoweverManyNodesReact() throws Exception {
        String url = TestLedger.migrated().jdbcUrl();
        try (var one = new TestLedger(url, Clock.systemUTC());
                var other = new TestLedger(url, Clock.systemUTC())) {
            try (var _ = reactions(one);
                    var _ = reactions(other)) {
                for (int i = 0; i < 50; i++) of(one.ask(new Count(UUID.randomUUID(), 1)));
                await(one, 50);
            }
            try (var connection = one.pool().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("DELETE FROM work.todo; DELETE FROM work.token");
            }
            try (var _ = reactions(other)) {
                of(one.ask(new Count(UUID.randomUUID(), 1)));
                await(one, 51);
            }
            RecordedEvent last = shadow(one).getLast();
            assertThat(shadow(one)).hasSize(51);
            assertThat(last.role()).isEqualTo(Role.SYSTEM);
            assertThat(one.ledger.reader().after(0, EventReader.PAGE))
                    .filteredOn(event -> event.id().equals(last.causation()))
                    .extracting(RecordedEvent::correlation)
                    .containsExactly(last.correlation());
        }
    }

    private static Reactions reactions(TestLedger on) {
        return new Reactions(on.ledger, on.pool(), Clock.systemUTC(), List.of(new Shadowing()));
    }

    private static List<RecordedEvent> shadow(TestLedger ledger) {
        return ledger.ledger.reader().stream(CounterFeature.stream(SHADOW), 1);
    }

    private static void await(TestLedger ledger, int count) throws InterruptedException {
        for (int i = 0; i < 600 && shadow(ledger).size() < count; i++) Thread.sleep(50);
        assertThat(shadow(ledger)).hasSizeGreaterThanOrEqualTo(count);
    }
}
