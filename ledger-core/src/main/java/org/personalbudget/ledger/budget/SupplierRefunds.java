package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.happened;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetRefusal.PaymentNotReady;
import org.personalbudget.ledger.budget.BudgetRefusal.PaymentStanding;
import org.personalbudget.ledger.budget.BudgetRefusal.PaymentStep;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownPayment;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.RecoveryCommand.ReceiveSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryCommand.RecordSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundDue;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundReceived;
import org.personalbudget.ledger.budget.RecoveryRefusal.ExceedsPaid;
import org.personalbudget.ledger.budget.RecoveryRefusal.ExceedsSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryRefusal.RefundOfAnotherAccount;
import org.personalbudget.ledger.budget.RecoveryRefusal.UnknownSupplierRefund;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** A supplier owes back some of what it was paid: with the split of that payment, over what was not taken back before. */
final class SupplierRefunds {

    private SupplierRefunds() {}

    static Decision due(RecordSupplierRefund command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        Recoveries recoveries = budget.recoveries();
        if (recoveries.of(command.payment()).isEmpty()) return refuse(new UnknownPayment(command.payment()));
        Money left = recoveries.left(command.payment());
        Optional<BudgetRefusal> refusal = first(
                () -> arrived(command.payment(), budget, facts),
                () -> positive("amount", command.amount()),
                () -> when(
                        command.amount().exceeds(left),
                        () -> new ExceedsPaid(command.payment(), command.amount(), left)));
        if (refusal.isPresent()) return refuse(refusal.get());
        Draft draft = new Draft(budget);
        SupplierRefundId refund = new SupplierRefundId(at.newId("supplier-refund"));
        due(refund, command.payment(), command.amount(), draft, at);
        return draft.accepted();
    }

    /** Takes back this much of a payment, in proportion between its lines and the periods of each. */
    static void due(SupplierRefundId refund, PaymentId payment, Money amount, Draft draft, Circumstances at) {
        Budget budget = draft.budget();
        for (Recoveries.Paid part : budget.recoveries().part(payment, amount, budget.lead())) {
            draft.add(new SupplierRefundDue(
                    budget.terms().budget(),
                    at.now(),
                    refund,
                    payment,
                    part.supplier(),
                    part.line(),
                    part.outcome(),
                    part.category(),
                    part.portions(),
                    part.account(),
                    part.kind(),
                    budget.lead(),
                    at.actor().id()));
            for (RefundPortion portion : part.portions()) Refunding.follow(portion.servicePeriod(), draft, at);
        }
    }

    /** Who has not been paid owes nothing back: what is still with the council, the bank or the account stays there. */
    private static Optional<BudgetRefusal> arrived(PaymentId id, Budget budget, BudgetFacts facts) {
        if (!(facts.payment() instanceof Payment payment)) return Optional.of(new UnknownPayment(id));
        PaymentStanding standing = new PaymentLife(budget, facts.at(), payment, facts.details()).standing();
        return when(standing != PaymentStanding.SETTLED, () -> new PaymentNotReady(id, standing, PaymentStep.REFUND));
    }

    static Decision receive(ReceiveSupplierRefund command, Budget budget, Circumstances at) {
        Recoveries.Owed owed = budget.recoveries().owed().get(command.refund());
        if (owed == null) return refuse(new UnknownSupplierRefund(command.refund()));
        Money outstanding = owed.outstanding().total();
        Money amount = command.amount() == null ? outstanding : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> positive("amount", amount),
                () -> happened("on", command.on(), at),
                () -> paidFromIt(command, owed),
                () -> when(
                        amount.exceeds(outstanding),
                        () -> new ExceedsSupplierRefund(command.refund(), amount, outstanding)));
        if (refusal.isPresent()) return refuse(refusal.get());
        Split split = owed.outstanding().part(amount, budget.lead());
        boolean intoAccount = command.account() != null;
        return accept(new SupplierRefundReceived(
                command.budget(),
                at.on(command.on()),
                command.refund(),
                owed.supplier(),
                command.account(),
                intoAccount ? owed.kind() : null,
                split,
                intoAccount ? Split.NOTHING : settled(owed, split, budget),
                at.actor().id()));
    }

    private static Optional<BudgetRefusal> paidFromIt(ReceiveSupplierRefund command, Recoveries.Owed owed) {
        if (command.account() == null || command.account().equals(owed.account())) return Optional.empty();
        return Optional.of(new RefundOfAnotherAccount(command.refund(), command.account(), owed.account()));
    }

    /** What co-funders had paid in advance into the account comes back to the council, and they owe it no more. */
    static Split settled(Recoveries.Owed owed, Split split, Budget budget) {
        return owed.account() == null ? Split.NOTHING : split.ofCoFunders(budget.lead());
    }
}
