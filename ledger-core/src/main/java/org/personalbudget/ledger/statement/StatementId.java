package org.personalbudget.ledger.statement;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.terms.FileDigest;

/** One imported statement. Its id is made of the account and the file, so that the same file has nowhere to go twice. */
public record StatementId(UUID value) {

    public static StatementId of(StatementAccount account, FileDigest file) {
        return new StatementId(named("statement/" + account + "/" + file));
    }

    public StreamId stream() {
        return new StreamId("statement", value);
    }

    static StreamId stream(String category, String name) {
        return new StreamId(category, named(name));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
