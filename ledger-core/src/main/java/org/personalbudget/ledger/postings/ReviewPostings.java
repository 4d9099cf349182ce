package org.personalbudget.ledger.postings;

import java.util.List;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.ReviewEvent.*;

/** What says when a budget is looked at again posts. */
final class ReviewPostings {

    private ReviewPostings() {}

    static List<JournalEntry> of(ReviewEvent event) {
        return switch (event) {
            // To look again moves no money.
            case ReviewScheduled _, ReviewRecorded _, MonitoringScored _ -> List.of();
        };
    }
}
