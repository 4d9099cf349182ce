package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;

/**
 * Brings what was allocated, raised and paid to what the rules entitle to now. Every decision that changes what is owed,
 * for the past or the future, calls it last, so that no such decision can forget any of it.
 */
final class Restatement {

    private final LocalDate from;
    private final Budget before;
    private final Draft draft;
    private final BudgetFacts facts;

    private Restatement(LocalDate from, Budget before, Draft draft, BudgetFacts facts) {
        this.from = from;
        this.before = before;
        this.draft = draft;
        this.facts = facts;
    }

    /**
     * Adds to a draft all that follows from what it already holds.
     *
     * @param from the first day that may cost another amount, or be shared otherwise, than before
     * @param before the budget before the decision
     */
    static void follow(LocalDate from, Budget before, Draft draft, BudgetFacts facts) {
        Allocation.follow(from, before, draft, facts.at());
        new Restatement(from, before, draft, facts).follow();
    }

    /** The same for a plan that has just been approved, which also allocates ahead. */
    static void follow(PlanProposed plan, Budget before, Draft draft, BudgetFacts facts) {
        Allocation.follow(plan, before, draft, facts.at());
        new Restatement(plan.effectiveFrom(), before, draft, facts).follow();
    }

    private void follow() {
        Circumstances at = facts.at();
        new ContributionRestatement(from, draft, at).follow();
        for (Account account : before.accountsInOrder()) {
            for (PeriodId period : new TreeMap<>(account.advances()).keySet()) {
                if (!at.calendar().period(period).last().isBefore(from)) instalments(account, period);
            }
        }
        Overspends.raise(before, draft, at);
        Arrears.raise(before, draft, at);
    }

    private void instalments(Account account, PeriodId period) {
        new AdvanceRestatement(account.id(), facts.at().calendar().period(period), from, before, draft, facts).follow();
    }

    /** Pays what is owed for a period that was called off, or of which nothing is left; nothing where it is not so. */
    static Optional<Decision> again(Account account, Period period, Budget budget, BudgetFacts facts) {
        Map<PeriodId, Advance> advances = account.advances();
        List<Instalment> given = Optional.ofNullable(advances.get(period.id())).stream()
                .flatMap(advance -> advance.instalments().stream())
                .toList();
        boolean waits = budget.lifecycle().isCalledOff(account.id(), period.id());
        if (!waits && given.stream().anyMatch(each -> !each.payable().parts().isEmpty())) return Optional.empty();
        Draft draft = new Draft(budget);
        new AdvanceRestatement(account.id(), period, period.first(), budget, draft, facts).payAnew();
        return draft.isEmpty() ? Optional.empty() : Optional.of(draft.accepted());
    }
}
