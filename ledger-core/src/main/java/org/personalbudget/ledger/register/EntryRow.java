package org.personalbudget.ledger.register;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.eventstore.json.JsonCodec;
import org.personalbudget.ledger.terms.PersonRef;

/**
 * A register entry as the table keeps it.
 *
 * @param about the person whose erasure erases it; a person is about themselves
 * @param body words as they are, everything else as JSON
 */
public record EntryRow(Kind kind, String ref, @Nullable String about, String body) {

    /** The kinds of entry, as the table names them. */
    public enum Kind {
        PERSON,
        WORDS,
        BANK_DETAILS
    }

    /** What a person's row holds beside the reference. */
    public record PersonBody(String name, @Nullable String contact) {}

    /** What a row of bank details holds beside the reference. */
    public record BankBody(String sortCode, String accountNumber, String name) {}

    private static final JsonCodec JSON = new JsonCodec(Map.of());
    private static final JsonCodec.Form PERSON = JSON.objectFormOf(PersonBody.class);
    private static final JsonCodec.Form BANK = JSON.objectFormOf(BankBody.class);

    /** The row of an entry. */
    public static EntryRow of(RegisterEntry entry) {
        return switch (entry) {
            case RegisterEntry.Words words ->
                new EntryRow(Kind.WORDS, words.ref().toString(), valueOf(words.about()), words.text());
            case RegisterEntry.Person person ->
                new EntryRow(
                        Kind.PERSON,
                        person.ref().value(),
                        person.ref().value(),
                        text(PERSON.write(new PersonBody(person.name(), person.contact()))));
            case RegisterEntry.BankDetails bank ->
                new EntryRow(
                        Kind.BANK_DETAILS,
                        bank.ref().toString(),
                        valueOf(bank.about()),
                        text(BANK.write(new BankBody(bank.sortCode(), bank.accountNumber(), bank.name()))));
        };
    }

    /** The entry of a row. */
    public RegisterEntry entry() {
        var person = about == null ? null : new PersonRef(about);
        return switch (kind) {
            case WORDS -> new RegisterEntry.Words(UUID.fromString(ref), person, body);
            case PERSON -> {
                var is = (PersonBody) PERSON.read(bytes());
                yield new RegisterEntry.Person(new PersonRef(ref), is.name(), is.contact());
            }
            case BANK_DETAILS -> {
                var is = (BankBody) BANK.read(bytes());
                yield new RegisterEntry.BankDetails(
                        UUID.fromString(ref), person, is.sortCode(), is.accountNumber(), is.name());
            }
        };
    }

    private byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static @Nullable String valueOf(@Nullable PersonRef person) {
        return person == null ? null : person.value();
    }
}
