package org.personalbudget.ledger.postings;

import java.util.List;
import org.personalbudget.ledger.budget.FundingEvent;

/** What changes who pays for a budget posts. */
final class FundingPostings {

    private FundingPostings() {}

    static List<JournalEntry> of(FundingEvent event) {
        return List.of();
    }
}
