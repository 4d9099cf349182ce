package org.personalbudget.ledger.postings;

import static java.util.Objects.requireNonNull;
import static org.personalbudget.ledger.postings.Account.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.ReclaimEvent.*;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;

/** What bringing public money back, or letting it go, posts. */
final class ReclaimPostings {

    private ReclaimPostings() {}

    static List<JournalEntry> of(ReclaimEvent event) {
        return switch (event) {
            case ReconsiderationDecided decided -> reconsidered(decided);
            case ReclaimDecided decided -> decided(decided);
            case ReclaimReceived received -> received(received);
            case ReliefApproved approved -> approved(approved);
            // No money moves before a demand is decided.
            case ReclaimNoticeGiven _, ReclaimNoticeWithdrawn _, ReconsiderationAsked _ -> List.of();
            // Nothing is let go before somebody else agrees.
            case ReliefProposed _, ReliefRejected _ -> List.of();
        };
    }

    /** What of a reclaimed spend is owed no more, is under query again. */
    private static List<JournalEntry> reconsidered(ReconsiderationDecided event) {
        return draft(event)
                .post(SPEND_UNDER_QUERY, RECLAIM_RECEIVABLE, event.released(), Subject.NONE)
                .entries();
    }

    private static List<JournalEntry> decided(ReclaimDecided event) {
        Subject about = Subject.of(event.account());
        Draft draft = draft(event).post(RECLAIM_RECEIVABLE, custody(event.kind()), event.split(), about);
        if (event.book() != null) {
            Split client = Split.of(Part.client(event.book(), event.clientPart()));
            draft.post(CONTRIBUTION_INCOME, CONTRIBUTION_REFUNDS, client, about);
        }
        return draft.entries();
    }

    private static List<JournalEntry> received(ReclaimReceived event) {
        Subject about = about(event.account());
        Draft draft = draft(event);
        return switch (event.route()) {
            case BANK -> toCouncil(BANK, event, draft, about);
            case CARD_UNLOAD -> toCouncil(CARD_PROGRAMME, event, draft, about);
            case ACCOUNT ->
                draft.post(heldIn(event), RECLAIM_RECEIVABLE, event.split(), about)
                        .entries();
            case INSTALMENT -> keptBack(event, draft, about);
        };
    }

    /** What co-funders had advanced of it is theirs again. */
    private static List<JournalEntry> toCouncil(Account into, ReclaimReceived event, Draft draft, Subject about) {
        return draft.post(into, RECLAIM_RECEIVABLE, event.split(), about)
                .postCoFunders(CO_FUNDER_ADVANCES, DUE_FROM_CO_FUNDER, event.split(), event.lead(), about)
                .entries();
    }

    /**
     * The instalment pays the debt, and so much of it never sets out. What was demanded of money that is still in the
     * account stays there instead, as this part of the instalment. What was misused is gone: that it is made good with
     * public money makes it expenditure, which co-funders bear their parts of.
     */
    private static List<JournalEntry> keptBack(ReclaimReceived event, Draft draft, Subject about) {
        for (Part part : event.kept().parts()) draft.debit(DIRECT_PAYMENT_PAYABLE, part, about);
        for (Part part : event.split().parts()) draft.credit(RECLAIM_RECEIVABLE, part, about);
        if (event.reclaimKind() != ReclaimKind.MISUSE) {
            return draft.post(heldIn(event), IN_TRANSIT, event.kept(), about)
                    .postCoFunders(DUE_FROM_CO_FUNDER, CO_FUNDER_ADVANCES, event.kept(), event.lead(), about)
                    .postCoFunders(CO_FUNDER_ADVANCES, DUE_FROM_CO_FUNDER, event.split(), event.lead(), about)
                    .entries();
        }
        return draft.post(WRITE_OFF, IN_TRANSIT, event.kept(), about)
                .postCoFunders(CO_FUNDER_ADVANCES, CO_FUNDER_INCOME, event.split(), event.lead(), about)
                .entries();
    }

    private static List<JournalEntry> approved(ReliefApproved event) {
        Account from = switch (event.of()) {
            case CONTRIBUTION -> CONTRIBUTION_RECEIVABLE;
            case RECLAIM -> RECLAIM_RECEIVABLE;
            case ACCOUNT -> custody(requireNonNull(event.accountKind()));
        };
        Subject about = about(event.account());
        return draft(event)
                .post(WRITE_OFF, from, event.split(), about)
                .postCoFunders(CO_FUNDER_ADVANCES, CO_FUNDER_INCOME, event.split(), event.lead(), about)
                .entries();
    }

    /** Where it is held now: in the account that the reclaim is of, else at the council. */
    private static Account heldIn(ReclaimReceived event) {
        return event.kind() == null ? BANK : custody(event.kind());
    }

    private static Subject about(@Nullable AccountId account) {
        return new Subject(null, null, null, account);
    }

    private static Draft draft(ReclaimEvent event) {
        return new Draft(event.budget(), event.when(), null);
    }
}
