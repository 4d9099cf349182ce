package org.personalbudget.ops.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.register.RegisterEntry;
import org.personalbudget.ledger.terms.PersonRef;

/**
 * Where the sample council's people send their commands: one after the other, under keys that are the same in every
 * run, so that a council that was interrupted goes on where it stopped.
 */
final class SampleDesk {

    /** No bank has it. */
    private static final String SORT_CODE = "000001";

    private final LedgerGateway gateway;
    private final BiFunction<UUID, String, Note> notes;
    private final Consumer<Instant> clock;
    private int sent;

    /**
     * @param notes makes the note that stands for a text in an event
     * @param clock sets the ledger's recorded time
     */
    SampleDesk(LedgerGateway gateway, BiFunction<UUID, String, Note> notes, Consumer<Instant> clock) {
        this.gateway = gateway;
        this.notes = notes;
        this.clock = clock;
    }

    void at(Instant instant) {
        clock.accept(instant);
    }

    /** Sends a command that must be accepted, and answers its events. */
    List<Event> send(Role role, Command command, RegisterEntry... kept) {
        return sendAs(userOf(role), role, command, kept);
    }

    /** The same from a second person who has that role. */
    List<Event> sendAs(String user, Role role, Command command, RegisterEntry... kept) {
        Answer answer = ask(user, role, command, kept);
        if (answer instanceof Answer.Accepted accepted) {
            return accepted.events().stream().map(RecordedEvent::event).toList();
        }
        throw new IllegalStateException("the sample council's " + command + " was not accepted: " + answer);
    }

    /** Sends a command that may be refused, as some are in any council; nothing then comes of it. */
    List<Event> ifAccepted(Role role, Command command, RegisterEntry... kept) {
        return ask(userOf(role), role, command, kept) instanceof Answer.Accepted accepted
                ? accepted.events().stream().map(RecordedEvent::event).toList()
                : List.of();
    }

    /** Sends a command that the service may send as well, under the id that both give it. */
    void sendOnce(CommandId id, String user, Role role, Command command) {
        Request request = new Request(command, id, "", new ActorId(user), Set.of(role), List.of(), null, id.value());
        Answer answer = gateway.send(request).join();
        if (answer instanceof Answer.Accepted) return;
        throw new IllegalStateException("the sample council's " + command + " was not accepted: " + answer);
    }

    /** Where somebody is paid, for the register, and the note that stands for it in the event. */
    Details details(String name, @Nullable PersonRef about, int number, String holder) {
        UUID ref = UUID.nameUUIDFromBytes(("sample/" + name).getBytes(StandardCharsets.UTF_8));
        String account = "%08d".formatted(60_000_000 + number);
        return new Details(
                notes.apply(ref, SORT_CODE + account),
                new RegisterEntry.BankDetails(ref, about, SORT_CODE, account, holder));
    }

    /** Bank details in both their places. */
    record Details(Note note, RegisterEntry entry) {}

    private Answer ask(String user, Role role, Command command, RegisterEntry... kept) {
        sent++;
        Request request = Request.keyed(command, new ActorId(user), Set.of(role), "sample-" + sent, "sample");
        return gateway.send(request.storing(List.of(kept))).join();
    }

    /** Demo users are named after their roles. */
    static String userOf(Role role) {
        return switch (role) {
            case FINANCE_CONTROLLER -> "controller";
            case ACCOUNT_HOLDER -> "holder";
            default -> role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        };
    }

    /** Words for the register, and the note that stands for them in the event. */
    Kept words(String name, @Nullable PersonRef about, String text) {
        UUID ref = UUID.nameUUIDFromBytes(("sample/" + name).getBytes(StandardCharsets.UTF_8));
        return new Kept(notes.apply(ref, text), new RegisterEntry.Words(ref, about, text));
    }

    /** A text in both its places. */
    record Kept(Note note, RegisterEntry entry) {}
}
