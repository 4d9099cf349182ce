package org.personalbudget.ledger.budget;

import static org.personalbudget.ledger.budget.Checks.first;
import static org.personalbudget.ledger.budget.Checks.inTable;
import static org.personalbudget.ledger.budget.Checks.notEnded;
import static org.personalbudget.ledger.budget.Checks.positive;
import static org.personalbudget.ledger.budget.Checks.when;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.personalbudget.ledger.budget.BudgetEvent.PlanApproved;
import org.personalbudget.ledger.budget.BudgetEvent.PlanProposed;
import org.personalbudget.ledger.budget.BudgetRefusal.NoPlanInForce;
import org.personalbudget.ledger.budget.BudgetState.Budget;
import org.personalbudget.ledger.budget.ChangeCommand.ProposeCut;
import org.personalbudget.ledger.budget.ChangeCommand.UpliftRates;
import org.personalbudget.ledger.budget.ChangeEvent.CutProposed;
import org.personalbudget.ledger.budget.ChangeEvent.UpliftProposed;
import org.personalbudget.ledger.budget.ChangeRefusal.*;
import org.personalbudget.ledger.budget.Uplift.Stretch;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;

/** What a bulk change does to one budget: it proposes, once for each batch, and somebody else decides. */
final class BulkChanges {

    private static final int WHOLE = 10_000;

    private BulkChanges() {}

    static Decision uplift(UpliftRates command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        if (budget.lifecycle().isTouchedBy(command.batch())) return accept();
        Optional<BudgetRefusal> refusal = first(
                () -> inTable("from", command.from(), at),
                () -> measure(command),
                () -> notEnded(command.from(), budget, at),
                () -> openProposal(budget),
                () -> when(
                        budget.plans().inForceOn(command.from()).isEmpty(), () -> new NoPlanInForce(command.from())));
        if (refusal.isPresent()) return refuse(refusal.get());
        Uplift uplift = new Uplift(command.category(), command.basisPoints(), command.rate());
        List<Stretch> stretches = Uplift.from(command.from(), budget);
        Optional<BudgetRefusal> tooMuch = within(uplift, stretches, command, at);
        return tooMuch.isPresent()
                ? refuse(tooMuch.get())
                : proposed(uplift, stretches.getFirst(), command, budget, at);
    }

    private static Optional<BudgetRefusal> measure(UpliftRates command) {
        if (command.rate() != null) return positive("rate", command.rate());
        int rise = command.basisPoints() == null ? 0 : command.basisPoints();
        return when(rise <= 0 || rise > WHOLE, () -> new ChangeOutOfRange(rise));
    }

    /** A batch takes nobody's proposal away. */
    private static Optional<BudgetRefusal> openProposal(Budget budget) {
        int last = budget.plans().lastVersion();
        boolean open = last > 0 && Plans.isOpen(budget.plans().standing(last));
        return when(open, () -> new ProposalOpen(last));
    }

    private static Optional<BudgetRefusal> within(
            Uplift uplift, List<Stretch> stretches, UpliftRates command, Circumstances at) {
        PlanProposed now = stretches.getFirst().plan();
        Optional<Money> price = uplift.highestPrice(now);
        if (price.isEmpty()) return Optional.of(new NothingToUplift(command.category(), command.from()));
        Optional<Integer> steepest = uplift.steepest(now);
        if (steepest.isEmpty()) return Optional.of(notHigher(command, price.get()));
        int limit = at.policy().changing().upliftLimit();
        boolean above = (command.rate() != null && steepest.get() > limit)
                || (command.basisPoints() != null && command.basisPoints() > limit);
        return when(above, () -> new AboveUpliftLimit(steepest.get(), limit));
    }

    private static BudgetRefusal notHigher(UpliftRates command, Money price) {
        return command.rate() == null
                ? new NothingToUplift(command.category(), command.from())
                : new RateNotHigher(command.rate(), price);
    }

    private static Decision proposed(
            Uplift uplift, Stretch stretch, UpliftRates command, Budget budget, Circumstances at) {
        ActorId by = at.actor().id();
        Draft draft = new Draft(budget);
        PlanProposed plan = raised(uplift, stretch, draft, by, at);
        draft.add(plan);
        draft.add(new UpliftProposed(
                command.budget(),
                at.now(),
                command.batch(),
                command.category(),
                command.basisPoints(),
                command.rate(),
                command.from(),
                plan.version(),
                stretch.weekly(),
                stretch.weekly().plus(uplift.rise(stretch.plan())),
                by));
        return draft.accepted();
    }

    private static PlanProposed raised(
            Uplift uplift, Stretch stretch, Draft draft, ActorId proposer, Circumstances at) {
        return new PlanProposed(
                stretch.plan().budget(),
                at.now(),
                draft.budget().plans().lastVersion() + 1,
                stretch.from(),
                stretch.plan().outcomes(),
                uplift.lines(stretch.plan()),
                stretch.weekly().plus(uplift.rise(stretch.plan())),
                null,
                null,
                proposer);
    }

    /**
     * With the plan of an uplift, the plans that start after it rise as well: else the older approval of a later plan
     * would be overtaken by the newer one of an earlier.
     *
     * @param before the budget before the plan was approved
     */
    static void carryOn(PlanProposed approved, Budget before, Draft draft, Circumstances at) {
        Optional<UpliftProposed> proposal = before.lifecycle().uplifts().values().stream()
                .filter(uplift -> uplift.planVersion() == approved.version())
                .findFirst();
        if (proposal.isEmpty()) return;
        UpliftProposed its = proposal.get();
        Uplift uplift = new Uplift(its.category(), its.basisPoints(), its.rate());
        Uplift.from(its.from(), before).stream()
                .filter(stretch -> stretch.from().isAfter(its.from()))
                .forEach(stretch -> carryOn(raised(uplift, stretch, draft, its.by(), at), draft, at));
    }

    private static void carryOn(PlanProposed plan, Draft draft, Circumstances at) {
        draft.add(plan);
        draft.add(new PlanApproved(
                plan.budget(),
                at.now(),
                plan.version(),
                plan.effectiveFrom(),
                at.actor().id()));
    }

    /** A cut is a question to whoever reassesses: nothing changes by it. */
    static Decision propose(ProposeCut command, Budget budget, BudgetFacts facts) {
        Circumstances at = facts.at();
        if (budget.lifecycle().isTouchedBy(command.batch())) return accept();
        int cut = command.basisPoints();
        Optional<BudgetRefusal> refusal = first(
                () -> when(cut <= 0 || cut > WHOLE, () -> new ChangeOutOfRange(cut)),
                () -> Optional.ofNullable(budget.lifecycle().lastDay())
                        .filter(last -> at.today().isAfter(last))
                        .map(BudgetHasEnded::new));
        if (refusal.isPresent()) return refuse(refusal.get());
        Money weekly = budget.weeklyOn(at.today());
        return accept(new CutProposed(
                command.budget(),
                at.now(),
                command.batch(),
                cut,
                weekly,
                weekly.timesRatio(WHOLE - cut, WHOLE, RoundingMode.HALF_UP),
                at.actor().id()));
    }
}
