package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.kernel.Decision.refuse;

import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.JudgementCommand.AnswerQuery;
import org.personalbudget.ledger.budget.JudgementCommand.JudgeSpend;
import org.personalbudget.ledger.budget.JudgementCommand.QuerySpend;
import org.personalbudget.ledger.budget.JudgementCommand.RecordRefund;
import org.personalbudget.ledger.budget.JudgementRefusal.UnknownSpend;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;

/** Answers every JudgementCommand. */
final class JudgementDecider {

    private JudgementDecider() {}

    static Decision decide(JudgementCommand command, Budget budget, BudgetFacts facts) {
        Spent spent = budget.spends().spent().get(command.spend());
        if (spent == null) return refuse(new UnknownSpend(command.spend()));
        Circumstances at = facts.at();
        return switch (command) {
            case QuerySpend c -> Queries.query(c, spent, budget, at);
            case AnswerQuery c -> Queries.answer(c, spent, budget, at);
            case JudgeSpend c -> Judging.judge(c, spent, budget, at);
            case RecordRefund c -> MerchantRefunds.refund(c, spent, budget, at);
        };
    }
}
