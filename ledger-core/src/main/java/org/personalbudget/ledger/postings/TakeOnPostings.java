package org.personalbudget.ledger.postings;

import java.util.List;
import org.personalbudget.ledger.budget.TakeOnEvent;

/** What a budget brought from an old system posts. */
final class TakeOnPostings {

    private TakeOnPostings() {}

    static List<JournalEntry> of(TakeOnEvent event) {
        return List.of();
    }
}
