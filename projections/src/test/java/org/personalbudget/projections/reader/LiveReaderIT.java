package org.personalbudget.projections.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.testing.SampleEvents;
import org.personalbudget.ledger.testing.SampleEvents.Variant;
import org.personalbudget.projections.testing.MemoryLog;
import org.personalbudget.projections.testing.ReadTables;

/** Reading goes on by itself, on every node. */
class LiveReaderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MemoryLog log = new MemoryLog();
    private final ReadTables tables = ReadTables.fresh();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private LiveReader node(Duration poll) {
        return new LiveReader(tables.reader(log, 10), log, poll, meters).start();
    }

    @Test
    void whatAnotherNodeRecordedIsFoundWithoutAWakeUp() throws InterruptedException {
        try (LiveReader node = node(Duration.ofMillis(10))) {
            log.record(SampleEvents.of(Variant.FULL));
            while (node.position() < log.head()) Thread.sleep(1);

            assertThat(meters.get("ledger.projections.lag").gauge().value()).isZero();
        }
    }

    @Test
    void whoeverWaitsIsToldThoughAnotherNodeHasProjectedIt() throws InterruptedException {
        try (LiveReader one = node(Duration.ofMinutes(10));
                LiveReader other = node(Duration.ofMinutes(10))) {
            log.record(SampleEvents.of(Variant.FULL));
            one.wake();

            assertThat(other.awaitPosition(log.head(), PATIENCE)).isTrue();
            assertThat(one.awaitHead(PATIENCE)).isTrue();
        }
    }

    @Test
    void aNodeThatStartsAgainGoesOnWhereItWas() throws InterruptedException {
        log.record(SampleEvents.of(Variant.FULL));
        try (LiveReader node = node(PATIENCE)) {
            assertThat(node.awaitHead(PATIENCE)).isTrue();
        }
        log.record(SampleEvents.of(Variant.SPARSE));
        try (LiveReader node = node(PATIENCE)) {
            assertThat(node.awaitHead(PATIENCE)).isTrue();
        }

        assertThat(tables.contents(ReadSchema.LIVE))
                .isEqualTo(ReadTables.fresh().project(log).contents(ReadSchema.LIVE));
    }
}
