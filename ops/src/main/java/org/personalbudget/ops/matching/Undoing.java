package org.personalbudget.ops.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.statement.LineCommands;
import org.personalbudget.ledger.statement.LineCommands.Mirror;
import org.personalbudget.ledger.statement.LineMatch;
import org.personalbudget.ledger.statement.MatchedItem;
import org.personalbudget.ledger.statement.StatementEvent.LineUnmatched;

/** Takes back what an undone match had done, as far as that can be mirrored exactly; and says of the rest why not. */
public final class Undoing {

    private final LedgerGateway ledger;

    public Undoing(LedgerGateway ledger) {
        this.ledger = ledger;
    }

    /**
     * What became of one part of an undone match.
     *
     * @param outcome NOTHING_TO_TAKE_BACK, TAKEN_BACK, or STAYS: the movement then waits for the line that shows it
     * @param code why it stays
     */
    public record TakenBack(
            String effect,
            String amount,
            String outcome,
            @Nullable String code) {}

    /** What is left of it, and how far the log has come with that. */
    public record Result(List<TakenBack> items, long position) {}

    /** Takes back what can be. Sent again, it takes nothing back twice. */
    public Result takeBack(LineUnmatched undone, LocalDate bookedOn) {
        List<TakenBack> items = new ArrayList<>();
        long position = 0;
        int number = 0;
        for (MatchedItem item : undone.undone().items()) {
            number++;
            Mirror mirror = LineCommands.takingBack(item, undone.account(), bookedOn, effect(undone, number));
            if (!(mirror instanceof Mirror.By by)) {
                boolean stays = mirror instanceof Mirror.Stays;
                items.add(taken(item, stays ? "STAYS" : "NOTHING_TO_TAKE_BACK", stays ? "settled-for-good" : null));
                continue;
            }
            CommandId id = LineMatch.mirror(
                    undone.statement(), undone.undone().line(), undone.undone().attempt(), number);
            Answer answer = ledger.send(request(by, id, undone.by())).join();
            switch (answer) {
                case Answer.Accepted accepted -> {
                    items.add(taken(item, "TAKEN_BACK", null));
                    position = Math.max(position, accepted.position());
                }
                case Answer.Refused refused ->
                    items.add(taken(item, "STAYS", refused.refused().refusal().code()));
                case Answer.KeyReused _ -> throw new IllegalStateException("two mirrors under one identity");
            }
        }
        return new Result(items, position);
    }

    private static TakenBack taken(MatchedItem item, String outcome, @Nullable String code) {
        return new TakenBack(
                item.effect().getClass().getSimpleName(), item.amount().toString(), outcome, code);
    }

    private static CommandId effect(LineUnmatched undone, int item) {
        return LineMatch.effect(
                undone.statement(), undone.undone().line(), undone.undone().attempt(), item);
    }

    private static Request request(Mirror.By mirror, CommandId id, ActorId by) {
        return new Request(mirror.command(), id, "", by, Set.of(Role.SYSTEM), List.of(), null, id.value());
    }
}
