package org.personalbudget.ledger.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetCommand.RecordSpend;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Pots;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;

/** The flexible-spend rules: a spend is accepted when all of them hold, and each that does not is a reason. */
final class SpendRules {

    private final RecordSpend spend;
    private final Budget budget;
    private final Circumstances at;
    private final Optional<PlanProposed> plan;
    private final Optional<PlanLine> line;

    SpendRules(RecordSpend spend, Budget budget, Circumstances at) {
        this.spend = spend;
        this.budget = budget;
        this.at = at;
        this.plan = budget.plans().inForceOn(spend.on());
        this.line = plan.flatMap(this::resolve);
    }

    PeriodId period() {
        return at.calendar().periodOf(spend.on()).id();
    }

    /** The line that the spend serves, if it serves one. */
    Optional<PlanLine> line() {
        return line;
    }

    boolean knows(OutcomeId outcome) {
        return plan.stream()
                .flatMap(p -> p.outcomes().stream())
                .anyMatch(known -> known.id().equals(outcome));
    }

    List<SpendReason> reasons() {
        List<SpendReason> reasons = new ArrayList<>();
        boolean settles = isFinalLiability();
        if (!settles) plan(reasons);
        if (at.policy().excludedCategories().contains(spend.category())) reasons.add(SpendReason.EXCLUDED_CATEGORY);
        merchant(reasons);
        if (!settles && overItsLine()) reasons.add(SpendReason.OVER_LINE);
        if (lacksEvidence()) reasons.add(SpendReason.EVIDENCE_MISSING);
        if (spend.amount().exceeds(affordable())) reasons.add(SpendReason.CANNOT_AFFORD);
        if (!Necessity.covers(spend.payee(), spend.on(), spend.on(), budget)) {
            reasons.add(SpendReason.NECESSITY_NOT_DECIDED);
        }
        if (!settles && budget.lifecycle().hasEndedBefore(spend.on())) reasons.add(SpendReason.AFTER_END);
        return List.copyOf(reasons);
    }

    /**
     * A debt that is settled once the budget has ended. Nothing is planned any more, so no plan, line or allocation
     * stands in its way.
     */
    private boolean isFinalLiability() {
        return budget.lifecycle().hasEndedBefore(at.today())
                && at.policy().changing().finalLiabilities().contains(spend.category());
    }

    private void plan(List<SpendReason> reasons) {
        if (plan.isEmpty()) reasons.add(SpendReason.NO_PLAN_IN_FORCE);
        if (plan.isPresent() && !servesThePlan()) reasons.add(SpendReason.SERVES_NO_OUTCOME);
    }

    private boolean servesThePlan() {
        if (spend.outcome() != null && !knows(spend.outcome())) return false;
        return spend.ringFence() != null || line.isPresent();
    }

    private void merchant(List<SpendReason> reasons) {
        if (spend.merchant() == null) return;
        if (at.policy().hardExcludedMerchants().contains(spend.merchant())) {
            reasons.add(SpendReason.EXCLUDED_MERCHANT);
        }
        if (at.policy().softExcludedMerchants().contains(spend.merchant())) {
            reasons.add(SpendReason.MERCHANT_TO_REVIEW);
        }
    }

    /** Law 5, over the service periods up to that of the spend. */
    private boolean overItsLine() {
        PaymentId ringFence = spend.ringFence();
        if (ringFence != null) return spend.amount().exceeds(pots().ringFenced(ringFence));
        if (line.isEmpty()) return false;
        Headroom headroom = Headroom.of(line.get().id(), period(), budget, at.policy());
        return spend.amount().exceeds(headroom.available());
    }

    private boolean lacksEvidence() {
        Money above = at.policy().evidenceAbove(budget.riskTier());
        return above != null && !spend.evidence() && spend.amount().exceeds(above);
    }

    /** What the account can pay: its free pots, and the ring-fence that the spend names. */
    private Money affordable() {
        PaymentId ringFence = spend.ringFence();
        Money free = pots().free();
        return ringFence == null ? free : free.plus(pots().ringFenced(ringFence));
    }

    private Pots pots() {
        Account account = budget.accounts().get(spend.account());
        return account == null ? Pots.EMPTY : account.pots();
    }

    /** The line named; else one that serves the outcome named, best of the same category; else one of the category. */
    private Optional<PlanLine> resolve(PlanProposed inForce) {
        List<PlanLine> lines = inForce.lines();
        if (spend.line() != null) {
            return lines.stream().filter(l -> l.id().equals(spend.line())).findFirst();
        }
        if (spend.outcome() != null) {
            List<PlanLine> serving = lines.stream()
                    .filter(l -> spend.outcome().equals(l.outcome()))
                    .toList();
            return serving.stream()
                    .filter(l -> l.category() == spend.category())
                    .findFirst()
                    .or(() -> serving.stream().findFirst());
        }
        return lines.stream().filter(l -> l.category() == spend.category()).findFirst();
    }
}
