package org.personalbudget.ledger.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.personalbudget.ledger.register.EntryRow.Kind;
import org.personalbudget.ledger.register.RegisterEntry.BankDetails;
import org.personalbudget.ledger.register.RegisterEntry.Person;
import org.personalbudget.ledger.register.RegisterEntry.Words;
import org.personalbudget.ledger.terms.PersonRef;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register on PostgreSQL, in a schema of its own. */
public final class PostgresRegister implements Register {

    private static final String PUT = """
            INSERT INTO register.entry (kind, ref, about, body) VALUES (:kind, :ref, :about, :body)
            ON CONFLICT (kind, ref) DO UPDATE SET about = excluded.about, body = excluded.body, erased_at = NULL
            """;
    private static final String READ = """
            SELECT ref, about, body FROM register.entry
            WHERE kind = :kind AND ref = ANY (:refs) AND erased_at IS NULL
            """;
    private static final String ERASE_PERSON =
            "UPDATE register.entry SET body = NULL, erased_at = :at WHERE about = :person AND erased_at IS NULL";
    private static final String ERASE_ENTRY = """
            UPDATE register.entry SET body = NULL, erased_at = :at
            WHERE kind = :kind AND ref = :ref AND erased_at IS NULL
            """;

    private final JdbcClient database;
    private final Digest digest;
    private final Clock clock;

    /** @param source connections as the service's role */
    public PostgresRegister(DataSource source, Digest digest, Clock clock) {
        this.database = JdbcClient.create(source);
        this.digest = digest;
        this.clock = clock;
    }

    @Override
    public Note noteOf(UUID ref, String words) {
        return new Note(ref, digest.of(words));
    }

    @Override
    public boolean proves(Note note, String words) {
        return MessageDigest.isEqual(bytes(note.digest()), bytes(digest.of(words)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void put(RegisterEntry entry) {
        var row = EntryRow.of(entry);
        database.sql(PUT)
                .param("kind", row.kind().name())
                .param("ref", row.ref())
                .param("about", row.about())
                .param("body", row.body())
                .update();
    }

    @Override
    public Map<UUID, String> words(Collection<UUID> refs) {
        Map<UUID, String> words = new HashMap<>();
        for (RegisterEntry entry :
                read(Kind.WORDS, refs.stream().map(UUID::toString).toList())) {
            if (entry instanceof Words found) words.put(found.ref(), found.text());
        }
        return words;
    }

    @Override
    public Map<PersonRef, Person> people(Collection<PersonRef> refs) {
        Map<PersonRef, Person> people = new HashMap<>();
        for (RegisterEntry entry :
                read(Kind.PERSON, refs.stream().map(PersonRef::value).toList())) {
            if (entry instanceof Person found) people.put(found.ref(), found);
        }
        return people;
    }

    @Override
    public Optional<BankDetails> bankDetails(UUID ref) {
        return read(Kind.BANK_DETAILS, List.of(ref.toString())).stream()
                .map(BankDetails.class::cast)
                .findFirst();
    }

    @Override
    public Map<UUID, BankDetails> bankDetails(Collection<UUID> refs) {
        Map<UUID, BankDetails> details = new HashMap<>();
        for (RegisterEntry entry :
                read(Kind.BANK_DETAILS, refs.stream().map(UUID::toString).toList())) {
            if (entry instanceof BankDetails found) details.put(found.ref(), found);
        }
        return details;
    }

    private List<RegisterEntry> read(Kind kind, List<String> refs) {
        if (refs.isEmpty()) return List.of();
        return database.sql(READ)
                .param("kind", kind.name())
                .param("refs", refs.toArray(new String[0]))
                .query((row, _) -> new EntryRow(kind, row.getString(1), row.getString(2), row.getString(3)).entry())
                .list();
    }

    @Override
    public int erase(PersonRef person) {
        return database.sql(ERASE_PERSON)
                .param("at", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .update();
    }

    @Override
    public boolean eraseWords(UUID ref) {
        return database.sql(ERASE_ENTRY)
                        .param("at", Timestamp.from(clock.instant()))
                        .param("kind", Kind.WORDS.name())
                        .param("ref", ref.toString())
                        .update()
                > 0;
    }
}
