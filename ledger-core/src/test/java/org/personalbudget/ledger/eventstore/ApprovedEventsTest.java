package org.personalbudget.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.axon.LedgerConfiguration;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.CommonRefusal;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.testing.Samples;

/**
 * The JSON of every event is a contract with the past: what was once written is read for ever. One approved sample lies
 * beside each event and revision. A missing one is written here, and fails until somebody has looked at it and committed
 * it; a changed one means that the event needs a new revision and an upcaster, not a new sample.
 */
class ApprovedEventsTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved/events");

    private final EventCodec codec = LedgerConfiguration.contents().codec();

    @Test
    void everyEventLooksAsApproved() throws IOException {
        Map<String, Event> samples = samples();
        List<String> written = new ArrayList<>();
        for (var sample : samples.entrySet()) {
            Path file = APPROVED.resolve(sample.getKey());
            String json = new String(codec.encode(sample.getValue()), StandardCharsets.UTF_8) + "\n";
            if (Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, json);
                written.add(sample.getKey());
            }
            assertThat(json)
                    .as("%s: what is in the log needs a new revision and an upcaster", sample.getKey())
                    .isEqualTo(Files.readString(file));
        }
        assertThat(written)
                .as("samples written just now: look at them and commit them")
                .isEmpty();
    }

    @Test
    void everyApprovedRevisionCanStillBeRead() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            for (Path file : files.toList()) {
                String[] name = file.getFileName().toString().split("\\.");
                Event event = codec.decode(name[0], Integer.parseInt(name[1]), Files.readAllBytes(file));
                assertThat(codec.name(event)).isEqualTo(name[0]);
            }
        }
    }

    @Test
    void everyEventIsReadBackAsItWasWritten() {
        for (Class<? extends Event> type : codec.types().records().values()) {
            if (type != CommandRefused.class) {
                assertRoundTrip(Samples.full(type));
                assertRoundTrip(Samples.sparse(type));
            }
        }
        samples().values().forEach(this::assertRoundTrip);
    }

    private void assertRoundTrip(Event event) {
        byte[] json = codec.encode(event);

        Event read = codec.decode(codec.name(event), codec.revision(event), json);

        assertThat(read).isEqualTo(event);
        assertThat(codec.encode(read)).isEqualTo(json);
    }

    /** By file name: the event, its revision, and for a refusal its code. */
    private Map<String, Event> samples() {
        Map<String, Event> samples = new TreeMap<>();
        for (Class<? extends Event> type : codec.types().records().values()) {
            if (type == CommandRefused.class) refusals().forEach(refused -> samples.put(fileOf(refused), refused));
            else samples.put(fileOf(Samples.full(type)), Samples.full(type));
        }
        return samples;
    }

    private static List<CommandRefused> refusals() {
        return Stream.concat(Stream.of(CommonRefusal.class), LedgerConfiguration.contents().refusals().stream())
                .flatMap(family -> Feature.membersOf(family).stream())
                .map(member -> Samples.full(CommandRefused.class, Map.of(Refusal.class, member)))
                .toList();
    }

    private String fileOf(Event event) {
        String detail = event instanceof CommandRefused refused
                ? "." + refused.refusal().code()
                : "";
        return codec.name(event) + "." + codec.revision(event) + detail + ".json";
    }
}
