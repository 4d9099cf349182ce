package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.OneOffAllocated;
import org.personalbudget.ledger.budget.BudgetRefusal.UnknownPayment;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeCommand.CancelInstalment;
import org.personalbudget.ledger.budget.ChangeRefusal.InstalmentNotOpen;
import org.personalbudget.ledger.budget.ChangeRefusal.NotAnInstalment;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.payment.PaymentState.Payment;
import org.personalbudget.ledger.payment.PaymentState.Step;
import org.personalbudget.ledger.terms.PaymentId;

/**
 * An instalment is called off before it is handed to the bank: all that was owed of it, and its ring-fence, with it. The
 * account is paid nothing more for that period, whatever is decided, until somebody approves it anew.
 */
final class CallingOff {

    private CallingOff() {}

    static Decision cancel(CancelInstalment command, Budget budget, BudgetFacts facts) {
        boolean ours = facts.payment() instanceof Payment found
                && found.instructed().budget().equals(budget.terms().budget());
        if (!ours) return refuse(new UnknownPayment(command.payment()));
        Payment payment = (Payment) facts.payment();
        if (payment.instructed().purpose() != PaymentPurpose.INSTALMENT) {
            return refuse(new NotAnInstalment(command.payment()));
        }
        if (payment.step() != Step.INSTRUCTED) {
            return refuse(new InstalmentNotOpen(
                    command.payment(), new PaymentLife(budget, facts.at(), payment, facts.details()).standing()));
        }
        Draft draft = new Draft(budget);
        callOff(payment, draft, facts.at());
        return draft.accepted();
    }

    private static void callOff(Payment payment, Draft draft, Circumstances at) {
        Split whole = payment.instructed().split();
        Instalment instalment = given(payment.instructed().payment(), draft.budget());
        if (instalment == null) {
            Takings.reduce(payment, InstalmentKind.ONE_OFF, whole.total(), Money.ZERO, whole, true, draft, at);
            draft.add(new OneOffAllocated(
                    draft.budget().terms().budget(),
                    at.now(),
                    payment.instructed().payment(),
                    payment.instructed().servicePeriod(),
                    free(whole).negated()));
            return;
        }
        Takings.reduce(
                payment, instalment.kind(), instalment.gross(), instalment.contribution(), whole, true, draft, at);
    }

    private static @Nullable Instalment given(PaymentId payment, Budget budget) {
        List<Instalment> found = budget.accountsInOrder().stream()
                .flatMap(account -> account.advances().values().stream())
                .flatMap(advance -> advance.instalments().stream())
                .filter(instalment -> instalment.payment().equals(payment))
                .toList();
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The same money without its ring-fence, as the budget was given it. */
    private static Split free(Split fenced) {
        return new Split(fenced.parts().stream()
                .map(part -> new Part(part.book(), part.source(), null, part.amount()))
                .toList());
    }
}
