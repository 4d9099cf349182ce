package org.personalbudget.ledger.statement;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.personalbudget.ledger.kernel.CommandId;
import org.personalbudget.ledger.money.Money;

/**
 * A line and what it is.
 *
 * @param attempt 1 for the first match of this line, one more after each that was undone
 * @param items together the amount of the line
 */
public record LineMatch(int line, int attempt, MatchRule rule, List<MatchedItem> items) {

    public LineMatch {
        items = List.copyOf(items);
    }

    public Money total() {
        return items.stream().map(MatchedItem::amount).reduce(Money.ZERO, Money::plus);
    }

    /** The request by which the effect of an item is carried out, however often it is sent and by whichever node. */
    public static CommandId effect(StatementId statement, int line, int attempt, int item) {
        return named("effect", statement, line, attempt, item);
    }

    /** The request by which the effect of an item is taken back. */
    public static CommandId mirror(StatementId statement, int line, int attempt, int item) {
        return named("mirror", statement, line, attempt, item);
    }

    private static CommandId named(String what, StatementId statement, int line, int attempt, int item) {
        String name = what + "/" + statement + "/" + line + "/" + attempt + "/" + item;
        return new CommandId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
