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
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.RechargeId;

/** The lead funder pays for all; a co-funder is then asked for its part of what the council paid providers. */
final class Recharging {

    private Recharging() {}

    static Decision ask(RechargeFunder command, Budget budget, Circumstances at) {
        Funder funder = command.funder();
        boolean coFunder = funder != budget.lead()
                && budget.terms().funders().stream().anyMatch(share -> share.funder() == funder);
        Money open = budget.recharges().rechargeable(funder);
        Money amount = command.amount() == null ? open : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> when(!coFunder, () -> new NotACoFunder(funder)),
                () -> positive("amount", amount),
                () -> when(amount.exceeds(open), () -> new ExceedsRechargeable(funder, amount, open)));
        if (refusal.isPresent()) return refuse(refusal.get());
        RechargeId recharge = new RechargeId(at.newId("recharge"));
        return accept(new FunderRecharged(
                command.budget(),
                at.now(),
                recharge,
                funder,
                amount,
                Money.ZERO,
                at.actor().id()));
    }

    static Decision receive(RecordRechargePayment command, Budget budget, Circumstances at) {
        Recharges.Outstanding asked = budget.recharges().outstanding().get(command.recharge());
        if (asked == null) return refuse(new UnknownRecharge(command.budget(), command.recharge()));
        Money amount = command.amount() == null ? asked.amount() : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", amount),
                () -> happened("on", command.on(), at),
                () -> when(
                        amount.exceeds(asked.amount()),
                        () -> new ExceedsOutstanding(command.recharge(), amount, asked.amount())));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(
                new RechargePaid(command.budget(), at.on(command.on()), command.recharge(), asked.funder(), amount));
    }
}
