package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ReclaimCommand.*;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every ReclaimCommand. */
final class ReclaimDecider {

    private ReclaimDecider() {}

    static Decision decide(ReclaimCommand command, Budget budget, BudgetFacts facts) {
        return switch (command) {
            case GiveReclaimNotice c -> ReclaimNotices.give(c, budget, facts.at());
            case AskReconsideration c -> Reconsidering.ask(c, budget, facts.at());
            case DecideReconsideration c -> Reconsidering.decide(c, budget, facts.at());
            case DecideReclaim c -> ReclaimDecisions.decide(c, budget, facts.at());
            case ReceiveReclaim c -> ReclaimReceipts.receive(c, budget, facts);
            case ProposeRelief c -> Reliefs.propose(c, budget, facts.at());
            case WithdrawReclaimNotice c -> ReclaimNotices.withdraw(c, budget, facts.at());
            case ApproveRelief c -> Reliefs.approve(c, budget, facts.at());
            case RejectRelief c -> Reliefs.reject(c, budget, facts.at());
        };
    }
}
