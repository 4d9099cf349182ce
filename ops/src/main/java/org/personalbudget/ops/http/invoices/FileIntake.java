package org.personalbudget.ops.http.invoices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.intake.FileKind;
import org.personalbudget.ledger.intake.IntakeCommand.FinishFile;
import org.personalbudget.ledger.intake.IntakeCommand.ReceiveFile;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.springframework.http.HttpStatus;

/**
 * Takes files of many requests in. Every request has an identity made of the file's digest and its own name in it, so a
 * file that was interrupted goes on where it stopped, whoever brings it again, and does nothing twice.
 */
public final class FileIntake {

    private final Desk desk;
    private final LedgerGateway ledger;

    public FileIntake(Desk desk, LedgerGateway ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    /**
     * A file on its way in.
     *
     * @param position where the ledger recorded that it is here
     */
    record Taken(FileDigest digest, long position) {

        /** The identity of a request in it. */
        CommandId idOf(String name) {
            String whole = "file/" + digest + "/" + name;
            return new CommandId(UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)));
        }

        /** A request in it, as the caller asks it. */
        Request request(String name, Command command, Call call) {
            return call.beside(idOf(name), command);
        }
    }

    /**
     * Records that a file is here.
     *
     * @param requests how many requests it holds that can be read
     * @param rejected how many of its rows cannot
     * @throws ProblemException if everything in it has its answer already
     */
    Taken receive(byte[] file, FileKind kind, int requests, int rejected, Call call) {
        FileDigest digest = digestOf(file);
        var received = desk.ask(
                call, HttpStatus.CREATED, _ -> new ReceiveFile(digest, kind, requests, rejected), _ -> Boolean.TRUE);
        String position = received.getHeaders().getFirst(Desk.POSITION);
        return new Taken(digest, position == null ? 0 : Long.parseLong(position));
    }

    /**
     * Records that everything in it has its answer.
     *
     * @param accepted how many of its requests were accepted
     * @return where the ledger recorded that
     */
    long finish(Taken file, int accepted, Call call) {
        Answer answer = ledger.send(file.request("finished", new FinishFile(file.digest(), accepted), call))
                .join();
        return positionOf(answer);
    }

    /** Where an answer lies; 0 for one that was not recorded. */
    static long positionOf(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> accepted.position();
            case Answer.Refused refused -> refused.position();
            case Answer.KeyReused _ -> 0;
        };
    }

    private static FileDigest digestOf(byte[] file) {
        try {
            return new FileDigest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
