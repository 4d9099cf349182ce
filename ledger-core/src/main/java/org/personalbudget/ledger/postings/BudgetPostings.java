package org.personalbudget.ledger.postings;

import static org.personalbudget.ledger.postings.Account.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.CustodyEvent;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.LineAmount;
import org.personalbudget.ledger.budget.PayoutEvent;
import org.personalbudget.ledger.budget.Portion;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.RecoveryEvent;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;

/** What the events of a budget post. */
final class BudgetPostings {

    private BudgetPostings() {}

    static List<JournalEntry> of(BudgetEvent event) {
        return switch (event) {
            case PeriodsAllocated allocated -> amounts(allocated.budget(), ALLOCATED, UNCOMMITTED, allocated.amounts());
            case OneOffAllocated once -> oneOff(once);
            case CommitmentsPlaced placed -> amounts(placed.budget(), UNCOMMITTED, COMMITTED, placed.amounts());
            case InstalmentApproved approved -> approved(approved);
            case ContributionFellDue due -> fellDue(due);
            case ContributionReceived received -> received(received);
            case SpendRecorded recorded -> recorded(recorded);
            case ProviderPaymentAuthorised authorised -> authorised(authorised);
            case AccountCredited credited -> credited(credited);
            case AccountCreditReversed reversed -> reversed(reversed);
            case ProviderPaidFromAccount paid -> paidFromAccount(paid);
            case ProviderPaymentReturnedToAccount returned -> returnedToAccount(returned);
            case FunderRecharged recharged -> recharged(recharged);
            case RechargePaid paid -> rechargePaid(paid);
            case AccrualEvent accrual -> AccrualPostings.of(accrual);
            case ChangeEvent change -> ChangePostings.of(change);
            case ContributionEvent contribution -> ContributionPostings.of(contribution);
            case CustodyEvent custody -> CustodyPostings.of(custody);
            case FundingEvent funding -> FundingPostings.of(funding);
            case InvoiceEvent invoice -> InvoicePostings.of(invoice);
            case JudgementEvent judgement -> JudgementPostings.of(judgement);
            // Money that does not go out posts nothing.
            case PayoutEvent _ -> List.of();
            case ReclaimEvent reclaim -> ReclaimPostings.of(reclaim);
            case RecoveryEvent recovery -> RecoveryPostings.of(recovery);
            case ReviewEvent review -> ReviewPostings.of(review);
            case TakeOnEvent takeOn -> TakeOnPostings.of(takeOn);
            // A weekly amount is a proposal; what it makes available is posted by PeriodsAllocated.
            case BudgetAllocated _ -> List.of();
            // A plan is an intention; what it changes is posted by PeriodsAllocated and CommitmentsPlaced.
            case PlanProposed _, PlanEscalated _, PlanApproved _, PlanRejected _ -> List.of();
            // A contribution is owed from the day it falls due.
            case ContributionAssessed _ -> List.of();
            // An account is opened empty.
            case AccountOpened _ -> List.of();
            // A permission moves no money.
            case NecessityDecided _ -> List.of();
            // What is not yet paid has moved no money.
            case SpendHeld _, SpendCleared _, ProviderPaymentHeld _ -> List.of();
            // Exceptions point at what another event of the same decision has posted.
            case SourceOverdrawn _, LineOverspent _ -> List.of();
        };
    }

    private record Slot(When when, PeriodId servicePeriod) {}

    /** One entry for each date and service period, with all its plan lines. */
    private static List<JournalEntry> amounts(
            BudgetId budget, Account debit, Account credit, List<LineAmount> amounts) {
        Map<Slot, Draft> drafts = new LinkedHashMap<>();
        for (LineAmount amount : amounts) {
            Slot slot = new Slot(amount.when(), amount.servicePeriod());
            Draft draft = drafts.computeIfAbsent(slot, s -> new Draft(budget, s.when, s.servicePeriod));
            draft.post(
                    debit,
                    credit,
                    amount.split(),
                    new Subject(amount.line(), amount.outcome(), amount.supplier(), null));
        }
        return drafts.values().stream()
                .flatMap(draft -> draft.entries().stream())
                .toList();
    }

    private static List<JournalEntry> oneOff(OneOffAllocated event) {
        return draft(event, event.servicePeriod())
                .post(ALLOCATED, UNCOMMITTED, event.split(), Subject.NONE)
                .entries();
    }

    private static List<JournalEntry> approved(InstalmentApproved event) {
        return draft(event, event.servicePeriod())
                .post(IN_TRANSIT, DIRECT_PAYMENT_PAYABLE, event.payable(), Subject.of(event.account()))
                .entries();
    }

    private static List<JournalEntry> fellDue(ContributionFellDue event) {
        return draft(event, event.servicePeriod())
                .post(
                        CONTRIBUTION_RECEIVABLE,
                        CONTRIBUTION_INCOME,
                        Split.of(Part.client(event.book(), event.amount())),
                        about(event.account()))
                .entries();
    }

    private static List<JournalEntry> received(ContributionReceived event) {
        Part owed = Part.client(event.book(), event.received().amount());
        return draft(event, null)
                .debit(receivedInto(event), event.received(), about(event.account()))
                .credit(CONTRIBUTION_RECEIVABLE, owed, about(event.account()))
                .entries();
    }

    private static Account receivedInto(ContributionReceived event) {
        return event.account() == null ? BANK : custody(Objects.requireNonNull(event.kind()));
    }

    /** Under query it is nobody's expenditure yet, keeps its sources, is on no line and uses nothing of the budget. */
    private static List<JournalEntry> recorded(SpendRecorded event) {
        Subject about = new Subject(event.line(), event.outcome(), null, event.account());
        Draft draft = draft(event, event.servicePeriod());
        Account from = custody(event.kind());
        if (!event.accepted()) {
            return draft.post(SPEND_UNDER_QUERY, from, event.split(), Subject.of(event.account()))
                    .entries();
        }
        return draft.post(expenditure(event.category()), from, event.split(), about)
                .postCoFunders(CO_FUNDER_ADVANCES, CO_FUNDER_INCOME, event.split(), event.lead(), about)
                .post(UNCOMMITTED, CONSUMED, event.consumed(), about)
                .entries();
    }

    /** One entry for each service period. */
    private static List<JournalEntry> authorised(ProviderPaymentAuthorised event) {
        Subject about = new Subject(event.line(), event.outcome(), event.supplier(), event.account());
        return event.portions().stream()
                .flatMap(portion -> portion(event, portion, about).stream())
                .toList();
    }

    private static List<JournalEntry> portion(ProviderPaymentAuthorised event, Portion portion, Subject about) {
        Draft draft = draft(event, portion.servicePeriod())
                .post(expenditure(event.category()), SUPPLIER_PAYABLE, portion.split(), about);
        if (event.account() != null) {
            draft.postCoFunders(CO_FUNDER_ADVANCES, CO_FUNDER_INCOME, portion.split(), event.lead(), about);
        }
        return draft.post(COMMITTED, CONSUMED, portion.fromCommitment(), about)
                .post(UNCOMMITTED, CONSUMED, portion.fromUncommitted(), about)
                .entries();
    }

    private static List<JournalEntry> credited(AccountCredited event) {
        Subject about = Subject.of(event.account());
        return draft(event, event.servicePeriod())
                .post(custody(event.kind()), IN_TRANSIT, event.credited(), about)
                .postCoFunders(DUE_FROM_CO_FUNDER, CO_FUNDER_ADVANCES, event.credited(), event.lead(), about)
                .entries();
    }

    private static List<JournalEntry> reversed(AccountCreditReversed event) {
        Subject about = Subject.of(event.account());
        Account back = event.kind() == AccountKind.PREPAID_CARD ? CARD_PROGRAMME : BANK;
        return draft(event, event.servicePeriod())
                .post(back, custody(event.kind()), event.reversed(), about)
                .postCoFunders(CO_FUNDER_ADVANCES, DUE_FROM_CO_FUNDER, event.reversed(), event.lead(), about)
                .entries();
    }

    private static List<JournalEntry> paidFromAccount(ProviderPaidFromAccount event) {
        Subject about = new Subject(event.line(), null, event.supplier(), event.account());
        return draft(event, null)
                .post(SUPPLIER_PAYABLE, custody(event.kind()), event.paid(), about)
                .entries();
    }

    private static List<JournalEntry> returnedToAccount(ProviderPaymentReturnedToAccount event) {
        Subject about = new Subject(event.line(), null, event.supplier(), event.account());
        return draft(event, null)
                .post(custody(event.kind()), SUPPLIER_PAYABLE, event.returned(), about)
                .entries();
    }

    /** What went into accounts is owed since it arrived there. */
    private static List<JournalEntry> recharged(FunderRecharged event) {
        return draft(event, null)
                .post(
                        DUE_FROM_CO_FUNDER,
                        CO_FUNDER_INCOME,
                        Split.of(Part.of(event.funder(), event.amount().minus(event.advanced()))),
                        Subject.NONE)
                .entries();
    }

    private static List<JournalEntry> rechargePaid(RechargePaid event) {
        return draft(event, null)
                .post(BANK, DUE_FROM_CO_FUNDER, Split.of(Part.of(event.funder(), event.amount())), Subject.NONE)
                .entries();
    }

    private static Draft draft(BudgetEvent event, @Nullable PeriodId servicePeriod) {
        return new Draft(event.budget(), event.when(), servicePeriod);
    }

    private static Subject about(@Nullable AccountId account) {
        return new Subject(null, null, null, account);
    }
}
