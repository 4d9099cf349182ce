package org.personalbudget.ledger.budget;

import java.util.List;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeEvent.InstalmentReduced;
import org.personalbudget.ledger.budget.ContributionEvent.ClientMoneyReleased;
import org.personalbudget.ledger.budget.FundingEvent.*;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundDue;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;

/** Takes in what changes who pays for a budget. */
final class FundingFold {

    private FundingFold() {}

    static Budget evolve(Budget budget, FundingEvent event) {
        return switch (event) {
            case FundersChanged e -> budget.with(budget.funding().change(e));
            case FundingRestated e -> restate(budget, e);
            case FunderAdvanceReceived e -> budget.with(budget.funding().advance(e.funder(), e.amount()));
            case FunderAdvanceUsed e ->
                budget.with(budget.funding().advance(e.funder(), e.amount().negated()))
                        .with(budget.recharges().receive(e.recharge(), e.amount()));
            case RechargeReduced e -> budget.with(budget.recharges().reduce(e.recharge(), e.amount()));
            case PaidIntoPool e -> pool(budget, e);
            case PaidBackFromPool e -> payBack(budget, e);
        };
    }

    private static Budget restate(Budget budget, FundingRestated event) {
        Outlays restated = budget.funding().outlays().restate(event.servicePeriod(), event.moved());
        return budget.with(budget.funding().with(restated))
                .with(budget.recharges().paidByCouncil(event.moved()));
    }

    private static Budget pool(Budget budget, PaidIntoPool event) {
        Budget pooled = budget.with(budget.funding().pool(event))
                .with(budget.lines()
                        .commit(
                                event.line(),
                                event.servicePeriod(),
                                event.committed().total()));
        Account account = pooled.accounts().get(event.account());
        return account == null ? pooled : pooled.with(event.account(), account.out(event.split(), event.effectiveOn()));
    }

    private static Budget payBack(Budget budget, PaidBackFromPool event) {
        Money released = event.released().total().negated();
        Budget back = budget.with(budget.funding().pool(event))
                .with(budget.lines().commit(event.line(), event.servicePeriod(), released));
        Account account = back.accounts().get(event.account());
        return account == null ? back : back.with(event.account(), account.in(event.split(), event.effectiveOn()));
    }

    /** Remembers for which days, and by whom, an instalment will have been paid once it is in the account. */
    static Budget instalment(Budget budget, InstalmentApproved event) {
        Funding funding = budget.funding();
        Outlay outlay = new Outlay(
                event.payment(),
                null,
                true,
                event.service(),
                event.gross(),
                event.payable(),
                funding.changes().size());
        return budget.with(funding.with(funding.outlays().add(event.servicePeriod(), outlay)));
    }

    /** What other decisions change of what was paid, and by whom. */
    static Budget follow(Budget budget, BudgetEvent event) {
        if (event instanceof InstalmentReduced less) return reduced(budget, less);
        if (event instanceof ClientMoneyReleased back) return released(budget, back);
        if (event instanceof SupplierRefundDue due && due.account() == null) return refunded(budget, due);
        return budget;
    }

    private static Budget reduced(Budget budget, InstalmentReduced event) {
        Funding funding = budget.funding();
        return budget.with(funding.with(funding.outlays()
                .reduce(event.servicePeriod(), event.payment(), null, event.gross(), event.by(), budget.lead())));
    }

    /** What the council paid a provider, by service period. */
    static Budget provider(Budget budget, ProviderPaymentAuthorised event) {
        Funding funding = budget.funding();
        Outlays outlays = funding.outlays();
        for (Portion portion : event.portions()) {
            outlays = outlays.add(
                    portion.servicePeriod(),
                    new Outlay(
                            event.payment(),
                            event.line(),
                            false,
                            event.service(),
                            portion.split().total(),
                            portion.split(),
                            funding.changes().size()));
        }
        return budget.with(funding.with(outlays));
    }

    /** A supplier's money comes back to whoever bears it now. */
    private static Budget refunded(Budget budget, SupplierRefundDue event) {
        return notPaid(budget, event.payment(), event.line(), event.portions());
    }

    /** What a provider was to be paid by the council, and is not, or not any more. */
    static Budget notPaid(Budget budget, PaymentId payment, LineId line, List<RefundPortion> portions) {
        Funding funding = budget.funding();
        Outlays outlays = funding.outlays();
        for (RefundPortion portion : portions) {
            outlays = outlays.reduce(
                    portion.servicePeriod(), payment, line, portion.split().total(), portion.split(), budget.lead());
        }
        return budget.with(funding.with(outlays));
    }

    /** The council bears what the person is paid back. */
    private static Budget released(Budget budget, ClientMoneyReleased event) {
        Funding funding = budget.funding();
        Outlay outlay = new Outlay(
                null,
                null,
                false,
                null,
                Money.ZERO,
                Split.of(Part.of(event.book(), event.amount())),
                funding.changes().size());
        return budget.with(funding.with(funding.outlays().add(event.servicePeriod(), outlay)));
    }
}
