package org.personalbudget.ledger.statement.ladder;

import java.util.List;
import org.personalbudget.ledger.statement.MatchRule;
import org.personalbudget.ledger.statement.MatchedItem;

/** What the ladder found a line to be, and by which rule. */
public record Finding(int line, MatchRule rule, List<MatchedItem> items) {
    public Finding {
        items = List.copyOf(items);
    }
}
