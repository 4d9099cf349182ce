package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.BudgetCommand.RejectPlan;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.model.Dossier.Fate;
import org.personalbudget.ledger.model.Dossier.Proposal;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.ReviewId;

/** Allocation, plans and their approval. */
final class PlanRules {

    private PlanRules() {}

    static Opinion allocate(AllocateBudget command, Setting setting, Map<?, Dossier> existing, Opinion.Effect open) {
        Answer.Doubts doubts = new Answer.Doubts();
        doubts.when(existing.containsKey(command.budget()), "budget-already-allocated");
        setting.positive(command.weekly(), doubts);
        setting.notNegative(command.indicativeWeekly(), doubts);
        setting.dateInTable(command.startsOn(), doubts);
        shares(command.funders(), doubts);
        if (doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().add("weekly", Sums.pounds(command.weekly())), open);
    }

    private static void shares(List<FunderShare> shares, Answer.Doubts doubts) {
        Set<Funder> seen = new HashSet<>();
        int whole = 0;
        for (FunderShare share : shares) {
            doubts.when(!seen.add(share.funder()), "funder-twice");
            doubts.when(share.basisPoints() < 1 || share.basisPoints() > 10_000, "funder-share-not-positive");
            whole += share.basisPoints();
        }
        doubts.when(whole != 10_000, "shares-not-whole");
    }

    static Opinion propose(ProposePlan command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.dateInTable(command.effectiveFrom(), doubts);
        doubts.when(command.effectiveFrom().isBefore(dossier.terms.startsOn()), "before-budget-starts");
        doubts.when(command.lines().isEmpty(), "plan-without-lines");
        Set<OutcomeId> outcomes = new HashSet<>();
        for (Outcome outcome : command.outcomes()) doubts.when(!outcomes.add(outcome.id()), "outcome-twice");
        Set<LineId> seen = new HashSet<>();
        BigDecimal planned = Sums.NIL;
        for (PlanLine line : command.lines()) {
            doubts.when(!seen.add(line.id()), "line-twice");
            line(line, outcomes, setting, doubts);
            planned = planned.add(Sums.pounds(line.weekly()));
        }
        doubts.when(isAfterEnd(command.effectiveFrom(), dossier, setting), "budget-has-ended");
        weekly(command, planned, dossier, setting, doubts);
        if (doubts.any()) return Opinion.no(doubts);
        Proposal proposal = new Proposal(
                dossier.proposals.size() + 1, command, setting.step().actor().id());
        return Opinion.yes(new Answer.Figures().note("plan " + proposal.version), _ -> {
            for (Proposal earlier : dossier.proposals) if (undecided(earlier)) earlier.fate = Fate.DEAD;
            dossier.proposals.add(proposal);
        });
    }

    static boolean isAfterEnd(LocalDate from, Dossier dossier, Setting setting) {
        LocalDate last = dossier.course.lastDay();
        return last != null && (from.isAfter(last) || setting.today().isAfter(last));
    }

    /** What the budget is a week: a plan may say so itself, lower only after a reassessment. */
    private static void weekly(
            ProposePlan command, BigDecimal planned, Dossier dossier, Setting setting, Answer.Doubts doubts) {
        List<BigDecimal> inForce = dossier.course.weekliesFrom(command.effectiveFrom());
        BigDecimal most = inForce.stream().min(BigDecimal::compareTo).orElseThrow();
        boolean known = dossier.reassessments.contains(command.reassessment());
        doubts.when(command.reassessment() != null && !known, "unknown-reassessment");
        doubts.when(command.cut() != null && !dossier.cuts.containsKey(command.cut()), "unknown-cut");
        if (command.weekly() != null) {
            setting.positive(command.weekly(), doubts);
            most = Sums.pounds(command.weekly());
            BigDecimal highest = inForce.stream().max(BigDecimal::compareTo).orElseThrow();
            boolean lower = most.compareTo(highest) < 0;
            doubts.when(lower && !known, "reassessment-needed");
            BigDecimal found = found(command.reassessment(), dossier);
            doubts.when(lower && found != null && most.compareTo(found) < 0, "reassessment-decided");
        }
        doubts.when(planned.compareTo(most) > 0, "plan-exceeds-budget");
    }

    /** The least that the plans in force, or once in force, were set to because of a reassessment. */
    static @Nullable BigDecimal found(@Nullable ReviewId reassessment, Dossier dossier) {
        return dossier.proposals.stream()
                .filter(each -> each.fate == Fate.IN_FORCE && each.plan.weekly() != null)
                .filter(each -> each.plan.reassessment() != null
                        && each.plan.reassessment().equals(reassessment))
                .map(each -> Sums.pounds(each.plan.weekly()))
                .min(BigDecimal::compareTo)
                .orElse(null);
    }

    private static void line(PlanLine line, Set<OutcomeId> outcomes, Setting setting, Answer.Doubts doubts) {
        setting.positive(line.weekly(), doubts);
        OutcomeId outcome = line.outcome();
        doubts.when(outcome == null && line.kind() == PlanLine.Kind.OUTCOME, "outcome-line-without-outcome");
        doubts.when(outcome != null && !outcomes.contains(outcome), "unknown-outcome");
        if (line.unitsPerWeek() == null && line.unitRate() == null) return;
        boolean multiplies = line.unitsPerWeek() != null
                && line.unitRate() != null
                && Sums.pounds(line.unitRate())
                                .multiply(line.unitsPerWeek().quantity())
                                .setScale(2, RoundingMode.HALF_UP)
                                .compareTo(Sums.pounds(line.weekly()))
                        == 0;
        doubts.when(!multiplies, "line-does-not-multiply");
    }

    static boolean undecided(Proposal proposal) {
        return proposal.fate == Fate.OPEN || proposal.fate == Fate.WITH_PANEL;
    }

    static Opinion approve(ApprovePlan command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = mayDecide(command.version(), dossier, setting);
        if (doubts.any()) return Opinion.no(doubts);
        Proposal proposal = dossier.proposals.get(command.version() - 1);
        boolean ended = isAfterEnd(proposal.plan.effectiveFrom(), dossier, setting);
        if (doubts.when(ended, "budget-has-ended")) return Opinion.no(doubts);
        boolean aboveLimit = weeklyOf(proposal, dossier)
                        .compareTo(Sums.pounds(setting.policy().approverWeeklyLimit()))
                > 0;
        if (aboveLimit && setting.step().actor().role() != Role.PANEL) {
            if (doubts.when(proposal.fate == Fate.WITH_PANEL, "plan-awaits-panel")) return Opinion.no(doubts);
            return Opinion.yes(new Answer.Figures().note("escalated"), _ -> proposal.fate = Fate.WITH_PANEL);
        }
        return approved(proposal, dossier, setting);
    }

    private static BigDecimal weeklyOf(Proposal proposal, Dossier dossier) {
        return proposal.plan.weekly() == null
                ? dossier.course.weeklyOn(proposal.plan.effectiveFrom())
                : Sums.pounds(proposal.plan.weekly());
    }

    private static Opinion approved(Proposal proposal, Dossier dossier, Setting setting) {
        Answer.Figures figures = new Answer.Figures().note("approved " + proposal.version);
        ReviewRules.firstPlan(dossier, proposal.plan.effectiveFrom(), setting, figures);
        Course now = dossier.course.approving(proposal);
        List<Proposal> later = BatchRules.carriedOn(proposal, dossier, setting);
        for (Proposal each : later) {
            now = now.approving(each);
            figures.note("plan " + each.version).note("approved " + each.version);
        }
        List<Allocating.Change> changes = Allocating.afterApproval(
                dossier, now, proposal.plan.effectiveFrom(), setting.today(), setting.calendar());
        Restating restating = Restating.of(dossier, now, proposal.plan.effectiveFrom(), setting, changes);
        restating.name(figures);
        return Opinion.yes(figures, made -> {
            proposal.fate = Fate.IN_FORCE;
            for (Proposal each : later) each.fate = Fate.IN_FORCE;
            dossier.proposals.addAll(later);
            restating.take(made);
        });
    }

    static Opinion reject(RejectPlan command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = mayDecide(command.version(), dossier, setting);
        if (doubts.any()) return Opinion.no(doubts);
        Proposal proposal = dossier.proposals.get(command.version() - 1);
        return Opinion.yes(new Answer.Figures().note("rejected"), _ -> proposal.fate = Fate.DEAD);
    }

    private static Answer.Doubts mayDecide(int version, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        if (doubts.when(version < 1 || version > dossier.proposals.size(), "unknown-plan")) return doubts;
        Proposal proposal = dossier.proposals.get(version - 1);
        doubts.when(!undecided(proposal), "plan-not-open");
        boolean own = setting.step().actor().id().equals(proposal.proposer)
                || setting.step().actor().id().equals(dossier.proposer);
        doubts.when(own, "proposer-may-not-approve");
        return doubts;
    }
}
