package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of a ledger on an embedded database, where it may be set. */
class ClockIT {

    private final RunningLedger ledger = RunningLedger.shared();
    private final Client officer = ledger.as("invoice-officer");

    @Test
    void whatIsRecordedIsRecordedAtTheInstantThatWasSet() {
        LocalDate day = ledger.nextYear().starts();

        Reply registered = register(officer.on(day));
        register(officer);

        Reply row = ledger.as("auditor").get("/audit/events?limit=1&cursor=" + (registered.position() - 1));
        assertThat(row.text("/events/0/recordedAt")).isEqualTo(day + "T09:00:00Z");
        Reply next = ledger.as("auditor").get("/audit/events?limit=1&cursor=" + registered.position());
        assertThat(next.text("/events/0/recordedAt")).as("it stays").isEqualTo(day + "T09:00:00Z");
    }

    @Test
    void theClockNeverGoesBackwards() {
        LocalDate day = ledger.nextYear().starts();
        register(officer.on(day));
        long facts = ledger.facts();

        Reply reply = officer.on(day.minusDays(1)).post("/suppliers", "supplierRef", "S-late", "kind", "MICRO");

        reply.refused(422, "ledger-clock-backwards").about("Ledger-Clock");
        assertThat(Instant.parse(reply.text("/lastRecordedAt"))).isEqualTo(Instant.parse(day + "T09:00:00Z"));
        assertThat(ledger.facts()).isEqualTo(facts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2025-06-02", "2025-06-02T09:00:00", "9999-01-01T00:00:00Z", "1970-01-01T00:00:00Z"
            })
    void whatIsNoInstantIsRefused(String given) {
        officer.with("Ledger-Clock", given).get("/suppliers").refused(400, "ledger-clock-invalid");
    }

    private static Reply register(Client officer) {
        return officer.post("/suppliers", "supplierRef", "S-" + UUID.randomUUID(), "kind", "MICRO")
                .granted();
    }
}
