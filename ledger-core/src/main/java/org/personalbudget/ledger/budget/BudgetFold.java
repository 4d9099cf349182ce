package org.personalbudget.ledger.budget;

import java.util.function.UnaryOperator;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.BudgetRefusal.PlanStanding;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.BudgetState.NoBudget;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;

/** Takes events into the state of a budget. Total: it never refuses what has happened. */
final class BudgetFold {

    private BudgetFold() {}

    static BudgetState evolve(BudgetState state, BudgetEvent event) {
        return switch (state) {
            case NoBudget none -> event instanceof BudgetAllocated first ? Budget.allocated(first) : none;
            case Budget budget -> evolve(budget, event);
        };
    }

    static Budget evolve(Budget budget, BudgetEvent event) {
        return switch (event) {
            case PlanProposed e -> budget.with(budget.plans().propose(e));
            case PlanEscalated e -> budget.with(budget.plans().stand(e.version(), PlanStanding.ESCALATED));
            case PlanApproved e -> budget.with(budget.plans().approve(e.version()));
            case PlanRejected e -> budget.with(budget.plans().stand(e.version(), PlanStanding.REJECTED));
            case PeriodsAllocated e -> budget.with(allocate(budget.lines(), e));
            case CommitmentsPlaced e -> budget.with(commit(budget.lines(), e));
            case ContributionAssessed e -> budget.with(budget.contributions().assess(e));
            case ContributionFellDue e -> fallDue(budget, e);
            case AccountOpened e ->
                budget.with(e.account(), Account.open(e, budget.accounts().size()));
            case InstalmentApproved e -> instal(budget, e);
            case ContributionReceived e -> receive(budget, e);
            case NecessityDecided e -> budget.with(e);
            case SpendRecorded e -> spend(budget, e);
            case ProviderPaymentAuthorised e -> authorise(budget, e);
            case AccountCredited e ->
                account(budget, e.account(), a -> a.in(e.credited(), e.effectiveOn()))
                        .with(budget.credited().plus(e.payment()))
                        .with(budget.recharges().paidIntoAccount(e.credited()));
            case AccountCreditReversed e ->
                account(budget, e.account(), a -> a.out(e.reversed(), e.effectiveOn()))
                        .with(budget.credited().minus(e.payment()))
                        .with(budget.recharges().paidIntoAccount(e.reversed().negated()));
            case FunderRecharged e ->
                budget.with(budget.recharges().ask(e.recharge(), e.funder(), e.amount(), e.advanced()));
            case RechargePaid e -> budget.with(budget.recharges().receive(e.recharge(), e.amount()));
            case AccrualEvent e -> AccrualFold.evolve(budget, e);
            case ChangeEvent e -> ChangeFold.evolve(FundingFold.follow(budget, e), e);
            case ContributionEvent e -> ContributionFold.evolve(FundingFold.follow(budget, e), e);
            case CustodyEvent e -> CustodyFold.evolve(budget, e);
            case FundingEvent e -> FundingFold.evolve(budget, e);
            case InvoiceEvent e -> InvoiceFold.evolve(budget, e);
            case JudgementEvent e -> JudgementFold.evolve(budget, e);
            case PayoutEvent e -> PayoutFold.evolve(budget, e);
            case ReclaimEvent e -> ReclaimFold.evolve(budget, e);
            case RecoveryEvent e -> RecoveryFold.evolve(FundingFold.follow(budget, e), e);
            case ReviewEvent e -> ReviewFold.evolve(budget, e);
            case TakeOnEvent e -> TakeOnFold.evolve(budget, e);
            // A budget is allocated once.
            case BudgetAllocated e -> budget;
            // The money of a one-off is known by its ring-fence in the account, once it has arrived.
            case OneOffAllocated e -> budget;
            // A spend that was not made changes nothing.
            case SpendHeld e -> budget;
            case SpendCleared e -> budget;
            case ProviderPaymentHeld e -> budget;
            // Exceptions say what the facts beside them did, and count when a budget's risk is scored.
            case SourceOverdrawn e -> budget.with(budget.reviews().overdraw());
            case LineOverspent e -> budget.with(budget.reviews().overspend());
            // The pots gave the money up when the payment was authorised, and owe it until it is paid for good.
            case ProviderPaidFromAccount e ->
                account(budget, e.account(), a -> a.reserve(e.paid().total().negated()));
            case ProviderPaymentReturnedToAccount e ->
                account(budget, e.account(), a -> a.reserve(e.returned().total()));
        };
    }

    private static LineBook allocate(LineBook lines, PeriodsAllocated event) {
        LineBook next = lines;
        for (LineAmount amount : event.amounts()) next = next.allocate(amount);
        return next;
    }

    private static LineBook commit(LineBook lines, CommitmentsPlaced event) {
        LineBook next = lines;
        for (LineAmount amount : event.amounts()) next = next.commit(amount);
        return next;
    }

    private static Budget instal(Budget budget, InstalmentApproved event) {
        Budget paid = account(FundingFold.instalment(budget, event), event.account(), a -> switch (event.instalment()) {
            case REGULAR, ADJUSTMENT -> a.advance(event.servicePeriod(), Instalment.of(event));
            case ONE_OFF -> a.setAside(event.payment());
        });
        if (event.instalment() == InstalmentKind.ONE_OFF) return paid;
        return paid.with(paid.lifecycle().approveAnew(event.account(), event.servicePeriod()));
    }

    private static Budget receive(Budget budget, ContributionReceived event) {
        Budget paid =
                budget.with(budget.contributions().receive(event.received().amount()));
        if (event.account() == null) return paid;
        return account(paid, event.account(), a -> a.in(Split.of(event.received()), event.effectiveOn()));
    }

    private static Budget fallDue(Budget budget, ContributionFellDue event) {
        return budget.with(budget.contributions().raise(event.servicePeriod(), event.amount()))
                .with(budget.lifecycle().charge(event));
    }

    private static Budget spend(Budget budget, SpendRecorded event) {
        Budget paid = account(budget, event.account(), a -> a.out(event.split(), event.effectiveOn()))
                .with(budget.spends().record(event));
        // A spend without a line was accepted from a ring-fence, which is no part of any line.
        if (event.line() == null || !event.accepted()) return paid;
        return paid.with(paid.lines()
                .consume(event.line(), event.servicePeriod(), event.consumed().total()));
    }

    private static Budget authorise(Budget budget, ProviderPaymentAuthorised event) {
        LineBook lines = budget.lines();
        for (Portion portion : event.portions()) {
            lines = lines.consume(
                    event.line(),
                    portion.servicePeriod(),
                    portion.fromCommitment()
                            .total()
                            .plus(portion.fromUncommitted().total()),
                    portion.fromCommitment());
        }
        Budget consumed = budget.with(lines.with(lines.accruals().bill(event)))
                .with(budget.recoveries().pay(event));
        if (event.account() == null) {
            return FundingFold.provider(consumed, event)
                    .with(consumed.recharges().paidByCouncil(event.split()));
        }
        return account(
                consumed,
                event.account(),
                a -> a.out(event.split(), event.effectiveOn())
                        .reserve(event.split().total()));
    }

    private static Budget account(Budget budget, AccountId id, UnaryOperator<Account> change) {
        Account account = budget.accounts().get(id);
        return account == null ? budget : budget.with(id, change.apply(account));
    }
}
