package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetRefusal.NotTheHolder;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.JudgementCommand.AnswerQuery;
import org.personalbudget.ledger.budget.JudgementCommand.QuerySpend;
import org.personalbudget.ledger.budget.JudgementEvent.QueryAnswered;
import org.personalbudget.ledger.budget.JudgementEvent.SpendQueried;
import org.personalbudget.ledger.budget.JudgementRefusal.*;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.terms.SpendId;

/** A spend that was accepted is asked about within one monitoring cycle, and whoever holds the account answers. */
final class Queries {

    private Queries() {}

    /** The last day on which the holder may take time over an answer to what is asked today. */
    static LocalDate answerBy(Circumstances at) {
        return at.today().plusDays(at.policy().querying().answerDays());
    }

    static Decision query(QuerySpend command, Spent spent, Budget budget, Circumstances at) {
        Optional<BudgetRefusal> refusal = possible(command, spent, at);
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new SpendQueried(
                command.budget(),
                at.now(),
                command.spend(),
                List.copyOf(EnumSet.copyOf(command.rules())),
                at.policy().version(),
                answerBy(at),
                command.question(),
                spent.account(),
                budget.account(spent.account()).opened().kind(),
                spent.category(),
                spent.line(),
                spent.outcome(),
                spent.servicePeriod(),
                spent.accepted(),
                spent.consumed(),
                budget.lead(),
                at.actor().id()));
    }

    private static Optional<BudgetRefusal> possible(QuerySpend command, Spent spent, Circumstances at) {
        SpendId spend = command.spend();
        LocalDate lastDay = spent.on().plusWeeks(at.policy().querying().cycleWeeks());
        return first(
                () -> when(spent.isUnderQuery(), () -> new AlreadyUnderQuery(spend)),
                () -> when(command.rules().isEmpty(), RuleNeeded::new),
                () -> when(at.today().isAfter(lastDay), () -> new QueryOutOfTime(spend, spent.on(), lastDay)),
                () -> when(isSettled(command, spent), () -> new AlreadyJudged(spend)),
                () -> when(spent.accepted().parts().isEmpty(), () -> new AllRefunded(spend)));
    }

    /** A spend is judged once for each rule; and what was reclaimed is not accepted, and so not asked about. */
    private static boolean isSettled(QuerySpend command, Spent spent) {
        Query last = spent.query();
        return last != null
                && (last.rules().containsAll(command.rules())
                        || spent.accepted().parts().isEmpty());
    }

    static Decision answer(AnswerQuery command, Spent spent, Budget budget, Circumstances at) {
        Account account = budget.account(spent.account());
        Optional<BudgetRefusal> refusal = first(
                () -> when(
                        account.isStrangeTo(at.actor()),
                        () -> new NotTheHolder(at.actor().id(), spent.account())),
                () -> when(!spent.isUnderQuery(), () -> new NotUnderQuery(command.spend())));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new QueryAnswered(
                command.budget(),
                at.now(),
                command.spend(),
                command.answer(),
                command.evidence(),
                at.actor().id()));
    }
}
