package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.notNegative;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.BudgetCommand.RejectPlan;
import org.personalbudget.ledger.budget.BudgetEvent.BudgetAllocated;
import org.personalbudget.ledger.budget.BudgetEvent.PlanApproved;
import org.personalbudget.ledger.budget.BudgetEvent.PlanEscalated;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetEvent.PlanRejected;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;

/** A budget is allocated; plans are proposed and decided by somebody else. */
final class Planning {

    private static final int WHOLE = 10_000;

    private Planning() {}

    static Decision allocate(AllocateBudget command, Circumstances at) {
        Optional<BudgetRefusal> refusal = first(
                () -> positive("weekly", command.weekly()),
                () -> notNegative("indicativeWeekly", command.indicativeWeekly()),
                () -> inTable("startsOn", command.startsOn(), at),
                () -> wholeShares(command));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new BudgetAllocated(
                command.budget(),
                at.now(),
                command.person(),
                command.careGroup(),
                command.startsOn(),
                command.weekly(),
                command.indicativeWeekly(),
                command.funders(),
                command.riskTier(),
                command.aftercare(),
                at.actor().id()));
    }

    private static Optional<BudgetRefusal> wholeShares(AllocateBudget command) {
        Set<Funder> seen = new HashSet<>();
        int sum = 0;
        for (FunderShare share : command.funders()) {
            if (!seen.add(share.funder())) return Optional.of(new FunderTwice(share.funder()));
            if (share.basisPoints() <= 0 || share.basisPoints() > WHOLE) {
                return Optional.of(new FunderShareNotPositive(share.funder(), share.basisPoints()));
            }
            sum += share.basisPoints();
        }
        int total = sum;
        return when(total != WHOLE, () -> new SharesNotWhole(total));
    }

    static Decision propose(ProposePlan command, Budget budget, Circumstances at) {
        LocalDate startsOn = budget.terms().startsOn();
        Optional<BudgetRefusal> refusal = first(
                () -> inTable("effectiveFrom", command.effectiveFrom(), at),
                () -> when(
                        command.effectiveFrom().isBefore(startsOn),
                        () -> new BeforeBudgetStarts("effectiveFrom", command.effectiveFrom(), startsOn)),
                () -> Checks.notEnded(command.effectiveFrom(), budget, at),
                () -> lines(command),
                () -> WeeklyAmount.refusal(command, budget));
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new PlanProposed(
                command.budget(),
                at.now(),
                budget.plans().lastVersion() + 1,
                command.effectiveFrom(),
                command.outcomes(),
                command.lines(),
                command.weekly(),
                command.reassessment(),
                command.cut(),
                at.actor().id()));
    }

    private static Optional<BudgetRefusal> lines(ProposePlan command) {
        if (command.lines().isEmpty()) return Optional.of(new PlanWithoutLines());
        Set<OutcomeId> outcomes = new HashSet<>();
        for (Outcome outcome : command.outcomes()) {
            if (!outcomes.add(outcome.id())) return Optional.of(new OutcomeTwice(outcome.id()));
        }
        Set<LineId> seen = new HashSet<>();
        for (PlanLine line : command.lines()) {
            if (!seen.add(line.id())) return Optional.of(new LineTwice(line.id()));
            Optional<BudgetRefusal> refusal = first(
                    () -> positive("lines[" + line.id() + "].weekly", line.weekly()),
                    () -> outcomeOf(line, outcomes),
                    () -> priceOf(line),
                    () -> multiplies(line));
            if (refusal.isPresent()) return refusal;
        }
        return Optional.empty();
    }

    private static Optional<BudgetRefusal> outcomeOf(PlanLine line, Set<OutcomeId> outcomes) {
        OutcomeId outcome = line.outcome();
        if (outcome == null) {
            return when(line.kind() == PlanLine.Kind.OUTCOME, () -> new OutcomeLineWithoutOutcome(line.id()));
        }
        return when(!outcomes.contains(outcome), () -> new UnknownOutcome(line.id(), outcome));
    }

    private static Optional<BudgetRefusal> priceOf(PlanLine line) {
        return line.unitRate() == null
                ? Optional.empty()
                : positive("lines[" + line.id() + "].unitRate", line.unitRate());
    }

    private static Optional<BudgetRefusal> multiplies(PlanLine line) {
        if (line.unitsPerWeek() == null && line.unitRate() == null) return Optional.empty();
        if (line.unitsPerWeek() == null || line.unitRate() == null) {
            return Optional.of(new LineDoesNotMultiply(line.id(), line.weekly(), null));
        }
        Money product = line.unitRate().times(line.unitsPerWeek().quantity());
        return when(!product.equals(line.weekly()), () -> new LineDoesNotMultiply(line.id(), line.weekly(), product));
    }

    static Decision approve(ApprovePlan command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        Optional<BudgetRefusal> refusal = mayDecide(command.version(), budget, at);
        if (refusal.isPresent()) return refuse(refusal.get());
        PlanProposed plan = budget.plans().proposal(command.version()).orElseThrow();
        Optional<BudgetRefusal> ended = Checks.notEnded(plan.effectiveFrom(), budget, at);
        if (ended.isPresent()) return refuse(ended.get());
        Money weekly = plan.weekly() == null ? budget.weeklyOn(plan.effectiveFrom()) : plan.weekly();
        Money limit = at.policy().approverWeeklyLimit();
        if (at.actor().role() != Role.PANEL && weekly.exceeds(limit)) {
            return budget.plans().standing(command.version()) == PlanStanding.ESCALATED
                    ? refuse(new PlanAwaitsPanel(command.version(), weekly, limit))
                    : accept(new PlanEscalated(
                            command.budget(),
                            at.now(),
                            command.version(),
                            weekly,
                            limit,
                            at.actor().id()));
        }
        return approved(plan, budget, facts);
    }

    private static Decision approved(PlanProposed plan, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        Draft draft = new Draft(budget);
        PlanApproved approved = new PlanApproved(
                plan.budget(),
                at.now(),
                plan.version(),
                plan.effectiveFrom(),
                at.actor().id());
        draft.add(approved);
        ReviewClocks.start(approved, budget, draft, at);
        BulkChanges.carryOn(plan, budget, draft, at);
        Restatement.follow(plan, budget, draft, facts);
        return draft.accepted();
    }

    static Decision reject(RejectPlan command, Budget budget, Circumstances at) {
        Optional<BudgetRefusal> refusal = mayDecide(command.version(), budget, at);
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new PlanRejected(
                command.budget(),
                at.now(),
                command.version(),
                command.reason(),
                at.actor().id()));
    }

    private static Optional<BudgetRefusal> mayDecide(int version, Budget budget, Circumstances at) {
        Optional<PlanProposed> plan = budget.plans().proposal(version);
        if (plan.isEmpty()) return Optional.of(new UnknownPlan(budget.terms().budget(), version));
        PlanStanding standing = budget.plans().standing(version);
        ActorId actor = at.actor().id();
        return first(
                () -> when(!Plans.isOpen(standing), () -> new PlanNotOpen(version, standing)),
                () -> when(
                        actor.equals(plan.get().proposer())
                                || actor.equals(budget.terms().proposer()),
                        () -> new ProposerMayNotApprove(actor, version)));
    }
}
