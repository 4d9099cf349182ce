package org.personalbudget.ledger.postings;

import java.util.List;
import org.personalbudget.ledger.budget.ReclaimEvent;

/** What brings public money back, or lets it go posts. */
final class ReclaimPostings {

    private ReclaimPostings() {}

    static List<JournalEntry> of(ReclaimEvent event) {
        return List.of();
    }
}
