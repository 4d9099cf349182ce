package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.FundingCommand.*;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every FundingCommand. */
final class FundingDecider {

    private FundingDecider() {}

    static Decision decide(FundingCommand command, Budget budget, BudgetFacts facts) {
        return switch (command) {
            case ChangeFunders c -> FunderChanges.change(c, budget, facts);
            case RecordFunderAdvance c -> Recharging.advance(c, budget, facts.at());
            case UseFunderAdvance c -> Recharging.use(c, budget, facts.at());
            case ReduceRecharge c -> Recharging.reduce(c, budget, facts.at());
            case PayBackFromPool c -> PoolRepayments.payBack(c, budget, facts);
            case PayIntoPool c -> PoolPayments.pay(c, budget, facts);
        };
    }
}
