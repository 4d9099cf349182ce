package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Decision.refuse;

import org.personalbudget.ledger.budget.BudgetRefusal.UnknownPayment;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.CustodyCommand.*;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.payment.PaymentState.Payment;

/** Answers every CustodyCommand. */
final class CustodyDecider {

    private CustodyDecider() {}

    static Decision decide(CustodyCommand command, Budget budget, BudgetFacts facts) {
        return switch (command) {
            case RecordUnknownCredit c -> UnknownCredits.receive(c, budget, facts.at());
            case WithdrawUnknownCredit c -> UnknownCredits.withdraw(c, budget, facts.at());
            case NoteDecline c -> Declines.note(c, budget, facts.at());
            case UndoSettlement c -> undo(c, budget, facts);
            case UndoContributionPayment c -> TakingBack.contribution(c, budget, facts.at());
        };
    }

    private static Decision undo(UndoSettlement command, Budget budget, BudgetFacts facts) {
        boolean ours = facts.payment() instanceof Payment payment
                && payment.instructed().budget().equals(budget.terms().budget());
        if (!ours) return refuse(new UnknownPayment(command.payment()));
        return TakingBack.settlement(command, budget, (Payment) facts.payment(), facts);
    }
}
