package org.personalbudget.ops.http.request;

import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Where requests to change something are handed in: read, asked of the ledger, and answered from what it recorded. */
public final class Desk {

    /** Where in the ledger the answer to a write lies; a view asked with {@code ?after=} it has seen the write. */
    public static final String POSITION = "Ledger-Position";

    private final LedgerGateway ledger;
    private final Register register;

    public Desk(LedgerGateway ledger, Register register) {
        this.ledger = ledger;
        this.register = register;
    }

    /** Asks for what is about nobody in particular. */
    public <T> ResponseEntity<T> ask(
            Call call, HttpStatus status, Function<Fields, Command> read, Function<Facts, T> answer) {
        return ask(call, null, status, read, answer);
    }

    /**
     * Asks for something.
     *
     * @param about whose erasure erases the words that come with it
     * @param read makes a command of the fields; what is wrong with them is told before anything is asked
     * @param answer makes the answer of what was recorded, and of nothing else
     */
    public <T> ResponseEntity<T> ask(
            Call call,
            @Nullable PersonRef about,
            HttpStatus status,
            Function<Fields, Command> read,
            Function<Facts, T> answer) {
        FreeText words = new FreeText(call, about, register);
        Fields fields = Fields.ofBody(words);
        Command command = read.apply(fields);
        fields.verify();
        Request request = Request.keyed(
                        command, call.caller().id(), call.caller().roles(), call.key(), call.hash())
                .storing(words.entries());
        return switch (send(request)) {
            case Answer.Accepted accepted ->
                ResponseEntity.status(status)
                        .header(POSITION, Long.toString(accepted.position()))
                        .body(answer.apply(Facts.of(accepted)));
            case Answer.Refused refused ->
                throw new ProblemException(
                        Refusals.problemOf(refused.refused().refusal()), POSITION, Long.toString(refused.position()));
            case Answer.KeyReused _ -> throw call.keyReused();
        };
    }

    private Answer send(Request request) {
        try {
            return ledger.send(request).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw failed;
        }
    }
}
