package org.personalbudget.ledger.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.eventstore.LedgerSchema;
import org.personalbudget.ledger.register.RegisterEntry.BankDetails;
import org.personalbudget.ledger.register.RegisterEntry.Person;
import org.personalbudget.ledger.register.RegisterEntry.Words;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.testing.TestPostgres;

class PostgresRegisterTest {

    private static Register register;

    private final UUID ref = UUID.randomUUID();
    private final PersonRef person = new PersonRef("P-" + ref);

    @BeforeAll
    static void open() {
        var database = TestPostgres.fresh();
        LedgerSchema.migrate(database.dataSource(), "ledger_service_test", "secret");
        register = new PostgresRegister(database.dataSource(), new Digest(new byte[32]), Clock.systemUTC());
    }

    @Test
    void wordsAreFoundByTheirReference() {
        register.put(new Words(ref, person, "swimming, every Tuesday"));

        assertThat(register.words(List.of(ref, UUID.randomUUID()))).isEqualTo(Map.of(ref, "swimming, every Tuesday"));
    }

    @Test
    void aNoteProvesItsWordsAndNoOthers() {
        Note note = register.noteOf(ref, "swimming");

        assertThat(register.proves(note, "swimming")).isTrue();
        assertThat(register.proves(note, "Swimming")).isFalse();
        assertThat(note.digest()).hasSize(64);
        assertThat(new Digest("another key, and long enough to be one".getBytes(UTF_8)).of("swimming"))
                .isNotEqualTo(note.digest());
    }

    @Test
    void aPersonMayChangeTheirName() {
        register.put(new Person(person, "Ann Example", null));
        register.put(new Person(person, "Ann Other", "01234 567890"));

        assertThat(register.people(List.of(person)))
                .isEqualTo(Map.of(person, new Person(person, "Ann Other", "01234 567890")));
    }

    @Test
    void erasingAPersonErasesAllThatIsAboutThem() {
        register.put(new Person(person, "Ann Example", null));
        register.put(new Words(ref, person, "swimming"));
        register.put(new BankDetails(ref, person, "089999", "66374958", "A EXAMPLE"));
        var company = new BankDetails(UUID.randomUUID(), null, "089999", "66374958", "CARE LTD");
        register.put(company);

        assertThat(register.erase(person)).isEqualTo(3);

        assertThat(register.people(List.of(person))).isEmpty();
        assertThat(register.words(List.of(ref))).isEmpty();
        assertThat(register.bankDetails(ref)).isEmpty();
        assertThat(register.bankDetails(company.ref())).contains(company);
        assertThat(register.erase(person)).isZero();
    }

    @Test
    void wordsAreErasedOnce() {
        register.put(new Words(ref, null, "a slip of the pen"));

        assertThat(register.eraseWords(ref)).isTrue();
        assertThat(register.eraseWords(ref)).isFalse();
        assertThat(register.words(List.of(ref))).isEmpty();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new Digest(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}
