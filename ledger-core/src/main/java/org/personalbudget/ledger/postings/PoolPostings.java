package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.*;

import java.util.List;
import org.personalbudget.ledger.pooledfund.MemberPart;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent.*;
import org.personalbudget.ledger.terms.AccountKind;

/** What a pooled fund posts, in the books of its members. */
final class PoolPostings {

    private PoolPostings() {}

    static List<JournalEntry> of(PoolEvent event) {
        return switch (event) {
            case PoolSpendRecorded spent ->
                spent.parts().stream()
                        .flatMap(part -> part(spent, part).stream())
                        .toList();
            // Posted by the member's budget: PaidIntoPool, PaidBackFromPool.
            case MemberPaidIn _, MemberPaidBack _ -> List.of();
            // Nothing has moved.
            case PoolOpened _, SharesAgreed _ -> List.of();
            // The exception points at what the spend beside it has posted.
            case MemberOverdrawn _ -> List.of();
        };
    }

    /** One entry for each part, in the budget that bears it. */
    private static List<JournalEntry> part(PoolSpendRecorded event, MemberPart part) {
        Subject about = new Subject(part.line(), part.outcome(), null, FundingPostings.custodyOf(event.pool()));
        return new Draft(part.budget(), event.when(), part.servicePeriod())
                .post(expenditure(event.category()), custody(AccountKind.MANAGED_ACCOUNT), part.split(), about)
                .postCoFunders(CO_FUNDER_ADVANCES, CO_FUNDER_INCOME, part.split(), part.lead(), about)
                .post(COMMITTED, CONSUMED, part.fromCommitment(), about)
                .post(UNCOMMITTED, CONSUMED, part.fromUncommitted(), about)
                .entries();
    }
}
