package org.personalbudget.ledger.budget;

import static java.util.Objects.requireNonNull;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import org.personalbudget.ledger.budget.BudgetCommand.ApproveInstalment;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.OneOffAllocated;
import org.personalbudget.ledger.budget.BudgetRefusal.InstalmentAlreadyApproved;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.PaymentId;

/** Money that an account is given once, set aside for its purpose and paid by the funders' shares. */
final class OneOffs {

    private OneOffs() {}

    static Decision approve(
            ApproveInstalment command, Account account, DateRange days, Budget budget, Circumstances at) {
        AccountId id = account.id();
        PaymentId payment = PaymentId.oneOff(budget.terms().budget(), at.command());
        if (account.oneOffs().contains(payment)) {
            return refuse(new InstalmentAlreadyApproved(payment, id, command.period()));
        }
        Money amount = requireNonNull(command.amount());
        Split shares = Sharing.over(days, budget).split(amount);
        Draft draft = new Draft(budget);
        Allocation.reach(command.period(), draft, at);
        draft.add(new OneOffAllocated(budget.terms().budget(), at.now(), payment, command.period(), shares));
        Instalments.instruct(
                new InstalmentApproved(
                        budget.terms().budget(),
                        at.now(),
                        payment,
                        id,
                        account.opened().kind(),
                        InstalmentKind.ONE_OFF,
                        command.period(),
                        days,
                        amount,
                        Money.ZERO,
                        setAside(shares, payment),
                        command.purpose(),
                        at.actor().id()),
                draft,
                at);
        return draft.accepted();
    }

    private static Split setAside(Split shares, PaymentId payment) {
        return new Split(shares.parts().stream()
                .map(part -> new Part(part.book(), part.source(), payment, part.amount()))
                .toList());
    }
}
