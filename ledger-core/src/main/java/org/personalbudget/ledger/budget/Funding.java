package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.FundingEvent.FundersChanged;
import org.personalbudget.ledger.money.FunderShare;

/**
 * Who pays, from when, and what co-funders paid in advance.
 *
 * @param changes in the order in which they were decided
 */
record Funding(PVector<FundersChanged> changes) {

    static final Funding NONE = new Funding(TreePVector.empty());

    /** The shares on a day: the last decided of those in force by then, else those of the allocation. */
    List<FunderShare> on(LocalDate day, List<FunderShare> allocated) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            if (!changes.get(i).from().isAfter(day)) return changes.get(i).funders();
        }
        return allocated;
    }
}
