package org.personalbudget.ledger.intake;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.terms.FileDigest;

/** What can be asked about a file. */
public sealed interface IntakeCommand extends Command {

    FileDigest file();

    @Override
    default StreamId stream() {
        return streamOf(file());
    }

    /** The stream that decides about a file: the same bytes are the same file, whoever brings them. */
    static StreamId streamOf(FileDigest file) {
        return new StreamId("file", UUID.nameUUIDFromBytes(("file/" + file.value()).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    default Set<Role> permitted() {
        return Set.of(Role.INVOICE_OFFICER, Role.PROVIDER);
    }

    /**
     * Take a file in. One that was begun and not finished may be taken in again: it goes on where it stopped.
     *
     * @param requests how many requests it holds that can be read
     * @param rejected how many of its rows cannot
     */
    record ReceiveFile(FileDigest file, FileKind kind, int requests, int rejected) implements IntakeCommand {}

    /**
     * All requests of a file have their answers.
     *
     * @param accepted how many were accepted, the others having been refused
     */
    record FinishFile(FileDigest file, int accepted) implements IntakeCommand {}
}
