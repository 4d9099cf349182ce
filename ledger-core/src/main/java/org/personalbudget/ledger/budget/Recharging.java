package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetCommand.RechargeFunder;
import org.personalbudget.ledger.budget.BudgetCommand.RecordRechargePayment;
import org.personalbudget.ledger.budget.BudgetEvent.FunderRecharged;
import org.personalbudget.ledger.budget.BudgetEvent.RechargePaid;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.FundingCommand.RecordFunderAdvance;
import org.personalbudget.ledger.budget.FundingCommand.ReduceRecharge;
import org.personalbudget.ledger.budget.FundingCommand.UseFunderAdvance;
import org.personalbudget.ledger.budget.FundingEvent.FunderAdvanceReceived;
import org.personalbudget.ledger.budget.FundingEvent.FunderAdvanceUsed;
import org.personalbudget.ledger.budget.FundingEvent.RechargeReduced;
import org.personalbudget.ledger.budget.FundingRefusal.*;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;

/**
 * The lead funder pays for all; a co-funder is then asked for its part of what the council paid providers, of what it
 * paid into accounts, and of what was restated. It pays, or has paid in advance, or is asked for less.
 */
final class Recharging {

    private Recharging() {}

    static Decision ask(RechargeFunder command, Budget budget, Circumstances at) {
        Funder funder = command.funder();
        Recharges recharges = budget.recharges();
        Money open = recharges.rechargeable(funder);
        Money amount = command.amount() == null ? open : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> coFunder(funder, budget),
                () -> positive("amount", amount),
                () -> when(amount.exceeds(open), () -> new ExceedsRechargeable(funder, amount, open)));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new FunderRecharged(
                command.budget(),
                at.now(),
                new RechargeId(at.newId("recharge")),
                funder,
                amount,
                recharges.advancedOf(funder, amount),
                at.actor().id()));
    }

    private static Optional<BudgetRefusal> coFunder(Funder funder, Budget budget) {
        boolean coFunder = funder != budget.lead()
                && budget.funding().everPays(funder, budget.terms().funders());
        return when(!coFunder, () -> new NotACoFunder(funder));
    }

    static Decision receive(RecordRechargePayment command, Budget budget, Circumstances at) {
        Recharges.Outstanding asked = budget.recharges().outstanding().get(command.recharge());
        if (asked == null) return refuse(new UnknownRecharge(command.budget(), command.recharge()));
        Money amount = command.amount() == null ? asked.amount() : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", amount),
                () -> happened("on", command.on(), at),
                () -> outstanding(command.recharge(), amount, asked));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(
                new RechargePaid(command.budget(), at.on(command.on()), command.recharge(), asked.funder(), amount));
    }

    private static Optional<BudgetRefusal> outstanding(RechargeId recharge, Money amount, Recharges.Outstanding asked) {
        return when(amount.exceeds(asked.amount()), () -> new ExceedsOutstanding(recharge, amount, asked.amount()));
    }

    static Decision advance(RecordFunderAdvance command, Budget budget, Circumstances at) {
        Optional<BudgetRefusal> refusal = first(
                () -> coFunder(command.funder(), budget),
                () -> positive("amount", command.amount()),
                () -> happened("on", command.on(), at));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new FunderAdvanceReceived(
                command.budget(),
                at.on(command.on()),
                command.funder(),
                command.amount(),
                at.actor().id()));
    }

    static Decision use(UseFunderAdvance command, Budget budget, Circumstances at) {
        Recharges.Outstanding asked = budget.recharges().outstanding().get(command.recharge());
        if (asked == null) return refuse(new UnknownRecharge(command.budget(), command.recharge()));
        Money advance = budget.funding().advanceOf(asked.funder());
        Money amount = command.amount() == null ? asked.amount().min(advance) : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", amount),
                () -> outstanding(command.recharge(), amount, asked),
                () -> when(amount.exceeds(advance), () -> new ExceedsAdvance(asked.funder(), amount, advance)));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new FunderAdvanceUsed(
                command.budget(),
                at.now(),
                command.recharge(),
                asked.funder(),
                amount,
                at.actor().id()));
    }

    static Decision reduce(ReduceRecharge command, Budget budget, Circumstances at) {
        Recharges.Outstanding asked = budget.recharges().outstanding().get(command.recharge());
        if (asked == null) return refuse(new UnknownRecharge(command.budget(), command.recharge()));
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", command.amount()),
                () -> when(
                        command.amount().exceeds(asked.reducible()),
                        () -> new ExceedsReducible(
                                command.recharge(), command.amount(), asked.reducible(), asked.amount())));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new RechargeReduced(
                command.budget(),
                at.now(),
                command.recharge(),
                asked.funder(),
                command.amount(),
                command.reason(),
                at.actor().id()));
    }
}
