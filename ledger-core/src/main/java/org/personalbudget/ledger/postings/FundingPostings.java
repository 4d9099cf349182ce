package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.*;

import java.util.List;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.FundingEvent.*;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PoolId;

/** What changes who pays for a budget posts. */
final class FundingPostings {

    private FundingPostings() {}

    static List<JournalEntry> of(FundingEvent event) {
        return switch (event) {
            // Other shares are a rule; what they move of the budget is posted by PeriodsAllocated.
            case FundersChanged _ -> List.of();
            // It is owed when the co-funder is recharged.
            case FundingRestated _ -> List.of();
            case FunderAdvanceReceived it -> between(it, BANK, CO_FUNDER_ADVANCES, it.funder(), it.amount());
            case FunderAdvanceUsed it -> between(it, CO_FUNDER_ADVANCES, DUE_FROM_CO_FUNDER, it.funder(), it.amount());
            case RechargeReduced it -> between(it, CO_FUNDER_INCOME, DUE_FROM_CO_FUNDER, it.funder(), it.amount());
            case PaidIntoPool it -> paidIntoPool(it);
            case PaidBackFromPool it -> paidBackFromPool(it);
        };
    }

    private static List<JournalEntry> between(
            FundingEvent event, Account debit, Account credit, Funder funder, Money amount) {
        return new Draft(event.budget(), event.when(), null)
                .post(debit, credit, Split.of(Part.of(funder, amount)), Subject.NONE)
                .entries();
    }

    private static List<JournalEntry> paidIntoPool(PaidIntoPool event) {
        Draft draft = new Draft(event.budget(), event.when(), event.servicePeriod());
        Subject from = new Subject(event.line(), event.outcome(), null, event.account());
        Subject into = new Subject(event.line(), event.outcome(), null, custodyOf(event.pool()));
        for (Part part : event.split().parts()) {
            draft.debit(custody(AccountKind.MANAGED_ACCOUNT), part, into).credit(custody(event.kind()), part, from);
        }
        return draft.post(UNCOMMITTED, COMMITTED, event.committed(), into).entries();
    }

    /** The other way round, for as much of it as comes back. */
    private static List<JournalEntry> paidBackFromPool(PaidBackFromPool event) {
        Draft draft = new Draft(event.budget(), event.when(), event.servicePeriod());
        Subject into = new Subject(event.line(), event.outcome(), null, event.account());
        Subject from = new Subject(event.line(), event.outcome(), null, custodyOf(event.pool()));
        for (Part part : event.split().parts()) {
            draft.debit(custody(event.kind()), part, into).credit(custody(AccountKind.MANAGED_ACCOUNT), part, from);
        }
        return draft.post(COMMITTED, UNCOMMITTED, event.released(), from).entries();
    }

    /** A pool is one managed account, which an organisation holds for all members. */
    static AccountId custodyOf(PoolId pool) {
        return new AccountId(pool.value());
    }
}
