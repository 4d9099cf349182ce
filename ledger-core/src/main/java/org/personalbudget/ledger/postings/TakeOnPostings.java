package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.*;

import java.util.List;
import org.personalbudget.ledger.budget.OpenItem;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.budget.TakeOnEvent.AccountTakenOn;
import org.personalbudget.ledger.budget.TakeOnEvent.ItemTakenOn;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.Source;

/**
 * What a budget brought from an old system posts. What co-funders own of accounts and reclaims was advanced by them, and
 * is what 2500 holds; own money is owed to the person.
 */
final class TakeOnPostings {

    private TakeOnPostings() {}

    static List<JournalEntry> of(TakeOnEvent event) {
        return switch (event) {
            case AccountTakenOn account -> account(account);
            case ItemTakenOn item -> item(item);
        };
    }

    private static List<JournalEntry> account(AccountTakenOn event) {
        Subject about = Subject.of(event.account());
        Draft draft = new Draft(event.budget(), event.when(), null);
        for (Part part : event.balances().parts()) {
            Account from = part.source() == Source.OWN ? OWN_MONEY_HELD : TAKE_ON;
            draft.post(custody(event.kind()), from, Split.of(part), about);
        }
        return draft.post(TAKE_ON, CO_FUNDER_ADVANCES, event.balances().ofCoFunders(event.lead()), about)
                .entries();
    }

    private static List<JournalEntry> item(ItemTakenOn event) {
        Split split = Split.of(event.item().part());
        Draft draft = new Draft(event.budget(), event.when(), null)
                .post(receivable(event.item().kind()), TAKE_ON, split, Subject.NONE);
        if (event.item().kind() == OpenItem.Kind.RECLAIM) {
            draft.post(TAKE_ON, CO_FUNDER_ADVANCES, split.ofCoFunders(event.lead()), Subject.NONE);
        }
        return draft.entries();
    }

    private static Account receivable(OpenItem.Kind kind) {
        return switch (kind) {
            case CONTRIBUTION -> CONTRIBUTION_RECEIVABLE;
            case RECLAIM -> RECLAIM_RECEIVABLE;
            case SUPPLIER_RECOVERY -> SUPPLIER_RECOVERY;
            case CO_FUNDER -> DUE_FROM_CO_FUNDER;
        };
    }
}
