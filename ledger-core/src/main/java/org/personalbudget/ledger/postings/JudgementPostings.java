package org.personalbudget.ledger.postings;

import java.util.List;
import org.personalbudget.ledger.budget.JudgementEvent;

/** What happens to a spend after it was recorded posts. */
final class JudgementPostings {

    private JudgementPostings() {}

    static List<JournalEntry> of(JudgementEvent event) {
        return List.of();
    }
}
