package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ContributionCommand.RefundContribution;
import org.personalbudget.ledger.budget.ContributionEvent.ContributionRefunded;
import org.personalbudget.ledger.budget.ContributionRefusal.ExceedsRefundable;
import org.personalbudget.ledger.budget.ContributionRefusal.NothingToRefund;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.payment.PaymentPurpose;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;

/** Answers every ContributionCommand. */
final class ContributionDecider {

    private ContributionDecider() {}

    static Decision decide(ContributionCommand command, Budget budget, BudgetFacts facts) {
        return switch (command) {
            case RefundContribution refund -> refund(refund, budget, facts.at());
        };
    }

    /** What is owed back is paid first; only what goes beyond it uses up the credit. */
    private static Decision refund(RefundContribution command, Budget budget, Circumstances at) {
        Money refundable = budget.contributions().refundable();
        Money amount = command.amount() == null ? refundable : command.amount();
        Optional<BudgetRefusal> refusal = first(
                () -> when(!refundable.isPositive(), () -> new NothingToRefund(refundable)),
                () -> positive("amount", amount),
                () -> when(amount.exceeds(refundable), () -> new ExceedsRefundable(amount, refundable)));
        if (refusal.isPresent()) return refuse(refusal.get());
        return pay(amount, budget, at);
    }

    private static Decision pay(Money amount, Budget budget, Circumstances at) {
        PaymentId payment = PaymentId.refund(budget.terms().budget(), at.command());
        Funder book = book(budget);
        Money fromCredit =
                amount.minus(budget.contributions().money().standing()).atLeastZero();
        return new Draft(budget)
                .add(new ContributionRefunded(
                        budget.terms().budget(),
                        at.now(),
                        payment,
                        amount,
                        fromCredit,
                        book,
                        at.actor().id()))
                .add(new PaymentInstructed(
                        payment,
                        at.now(),
                        budget.terms().budget(),
                        PaymentPurpose.REFUND,
                        Channel.BANK,
                        null,
                        null,
                        null,
                        null,
                        null,
                        at.calendar().periodOf(at.today()).id(),
                        Split.of(Part.client(book, amount)),
                        budget.lead(),
                        at.actor().id()))
                .accepted();
    }

    private static Funder book(Budget budget) {
        return budget.contributions().book().or(budget::chargingCouncil).orElseGet(budget::lead);
    }
}
