package org.personalbudget.ops.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.eventstore.RecordedEvent;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.statement.LineCommands;
import org.personalbudget.ledger.statement.LineMatch;
import org.personalbudget.ledger.statement.MatchedItem;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementCommand.UndoMatch;
import org.personalbudget.ledger.statement.StatementEvent.LinesMatched;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.terms.RefusalCode;
import org.personalbudget.projections.reconciliation.WaitingItem;
import org.personalbudget.projections.reconciliation.WaitingQuery;

/**
 * Carries out what matches do. Each effect is a request whose identity is made of its match, so that it happens once,
 * however often and by however many nodes it is sent. Where one is refused, its match is undone, with the reason.
 */
public final class Effects {

    private static final int AT_A_TIME = 256;

    private final LedgerGateway ledger;
    private final EventReader log;
    private final WaitingQuery waiting;

    public Effects(LedgerGateway ledger, EventReader log, WaitingQuery waiting) {
        this.ledger = ledger;
        this.log = log;
        this.waiting = waiting;
    }

    /** One effect and its answer. */
    private record Sent(WaitingItem item, CompletableFuture<Answer> answer) {}

    /**
     * Carries out whatever waits in a statement; while some is being written, the next is being decided. Returns the last
     * position that was written, or 0.
     */
    public long carryOut(StatementId statement) {
        long position = 0;
        Set<String> undone = new HashSet<>();
        List<Sent> before = List.of();
        WaitingItem last = null;
        while (true) {
            List<WaitingItem> page = waiting.of(statement, last, AT_A_TIME);
            List<Sent> sent = send(statement, page);
            position = Math.max(position, heard(statement, before, undone));
            if (page.isEmpty()) return position;
            before = sent;
            last = page.getLast();
        }
    }

    private List<Sent> send(StatementId statement, List<WaitingItem> items) {
        Map<Long, RecordedEvent> events = new HashMap<>();
        List<WaitingItem> asked = new ArrayList<>();
        List<Request> requests = new ArrayList<>();
        for (WaitingItem item : items) {
            request(statement, item, events).ifPresent(it -> {
                asked.add(item);
                requests.add(it);
            });
        }
        List<CompletableFuture<Answer>> answers = ledger.sendAll(requests);
        List<Sent> sent = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) sent.add(new Sent(asked.get(i), answers.get(i)));
        return sent;
    }

    private long heard(StatementId statement, List<Sent> sent, Set<String> undone) {
        long position = 0;
        for (Sent each : sent) position = Math.max(position, heard(statement, each, undone));
        return position;
    }

    private long heard(StatementId statement, Sent sent, Set<String> undone) {
        return switch (sent.answer().join()) {
            case Answer.Accepted accepted -> accepted.position();
            case Answer.Refused refused -> {
                WaitingItem item = sent.item();
                if (!undone.add(item.line() + "/" + item.attempt())) yield refused.position();
                yield undo(statement, item, refused.refused().refusal());
            }
            case Answer.KeyReused _ -> throw new IllegalStateException("two effects under one identity");
        };
    }

    private long undo(StatementId statement, WaitingItem item, Refusal why) {
        var command = new UndoMatch(statement, item.line(), item.attempt(), null, new RefusalCode(why.code()));
        CommandId id = new CommandId(
                LineMatch.effect(statement, item.line(), item.attempt(), 0).derive("undone"));
        Answer answer = ledger.send(system(command, id, item, null)).join();
        return answer instanceof Answer.Accepted accepted ? accepted.position() : 0;
    }

    private Optional<Request> request(StatementId statement, WaitingItem item, Map<Long, RecordedEvent> events) {
        RecordedEvent event =
                events.computeIfAbsent(item.position(), at -> log.at(at).orElseThrow());
        if (!(event.event() instanceof LinesMatched matched)) throw new IllegalStateException("not a match");
        MatchedItem what = matchOf(matched, item).items().get(item.item() - 1);
        CommandId id = LineMatch.effect(statement, item.line(), item.attempt(), item.item());
        return command(what, matched.account(), item.bookedOn(), item.words())
                .map(command -> system(command, id, item, event));
    }

    private static LineMatch matchOf(LinesMatched event, WaitingItem item) {
        for (LineMatch match : event.matches()) {
            if (match.line() == item.line() && match.attempt() == item.attempt()) return match;
        }
        throw new IllegalStateException("line " + item.line() + " is not matched there");
    }

    private static Optional<Command> command(
            MatchedItem item, StatementAccount account, LocalDate on, @Nullable Note words) {
        return LineCommands.carryingOut(item, account, on, words);
    }

    /** In the name of whoever matched, so that nobody judges or approves what they themselves said. */
    private static Request system(Command command, CommandId id, WaitingItem item, @Nullable RecordedEvent event) {
        return new Request(
                command,
                id,
                "",
                item.matchedBy(),
                Set.of(Role.SYSTEM),
                List.of(),
                event == null ? null : event.id(),
                event == null ? id.value() : event.correlation());
    }
}
