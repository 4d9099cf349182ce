package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.*;

import java.util.List;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.JudgementEvent.*;
import org.personalbudget.ledger.calendar.PeriodId;

/** What happens to a spend after it was recorded posts. Under query it is on no line, and so is 5800. */
final class JudgementPostings {

    private JudgementPostings() {}

    static List<JournalEntry> of(JudgementEvent event) {
        return switch (event) {
            case SpendQueried queried -> queried(queried);
            case SpendAccepted accepted -> accepted(accepted);
            case SpendReclaimed reclaimed -> reclaimed(reclaimed);
            case SpendRefunded refunded -> refunded(refunded);
            // Words move no money.
            case QueryAnswered _ -> List.of();
            // It points at what the spend beside it has posted.
            case VirementNotified _ -> List.of();
        };
    }

    /** It is nobody's expenditure any more; what was recorded under query never was, and posts nothing again. */
    private static List<JournalEntry> queried(SpendQueried event) {
        Subject about = new Subject(event.line(), event.outcome(), null, event.account());
        return draft(event, event.servicePeriod())
                .post(
                        SPEND_UNDER_QUERY,
                        Subject.of(event.account()),
                        expenditure(event.category()),
                        about,
                        event.split())
                .postCoFunders(CO_FUNDER_INCOME, CO_FUNDER_ADVANCES, event.split(), event.lead(), about)
                .post(CONSUMED, UNCOMMITTED, event.consumed(), about)
                .entries();
    }

    private static List<JournalEntry> accepted(SpendAccepted event) {
        Subject about = new Subject(event.line(), event.outcome(), null, event.account());
        return draft(event, event.servicePeriod())
                .post(
                        expenditure(event.category()),
                        about,
                        SPEND_UNDER_QUERY,
                        Subject.of(event.account()),
                        event.split())
                .postCoFunders(CO_FUNDER_ADVANCES, CO_FUNDER_INCOME, event.split(), event.lead(), about)
                .post(UNCOMMITTED, CONSUMED, event.consumed(), about)
                .entries();
    }

    private static List<JournalEntry> reclaimed(SpendReclaimed event) {
        return draft(event, event.servicePeriod())
                .post(RECLAIM_RECEIVABLE, SPEND_UNDER_QUERY, event.split(), Subject.of(event.account()))
                .entries();
    }

    /** The exact mirror of what it undoes, with the split that was stored. */
    private static List<JournalEntry> refunded(SpendRefunded event) {
        Subject about = new Subject(event.line(), event.outcome(), null, event.account());
        Draft draft = draft(event, event.servicePeriod());
        Account into = custody(event.kind());
        if (event.underQuery()) {
            return draft.post(into, SPEND_UNDER_QUERY, event.split(), Subject.of(event.account()))
                    .entries();
        }
        return draft.post(into, expenditure(event.category()), event.split(), about)
                .postCoFunders(CO_FUNDER_INCOME, CO_FUNDER_ADVANCES, event.split(), event.lead(), about)
                .post(CONSUMED, UNCOMMITTED, event.consumed(), about)
                .entries();
    }

    private static Draft draft(JudgementEvent event, PeriodId servicePeriod) {
        return new Draft(event.budget(), event.when(), servicePeriod);
    }
}
