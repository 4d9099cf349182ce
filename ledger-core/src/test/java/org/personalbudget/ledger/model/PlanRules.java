package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetCommand.ApprovePlan;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.BudgetCommand.RejectPlan;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.model.Dossier.Cell;
import org.personalbudget.ledger.model.Dossier.Fate;
import org.personalbudget.ledger.model.Dossier.Proposal;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;

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
        doubts.when(planned.compareTo(dossier.weekly) > 0, "plan-exceeds-budget");
        if (doubts.any()) return Opinion.no(doubts);
        Proposal proposal = new Proposal(
                dossier.proposals.size() + 1, command, setting.step().actor().id());
        return Opinion.yes(new Answer.Figures().note("plan " + proposal.version), _ -> {
            for (Proposal earlier : dossier.proposals) if (undecided(earlier)) earlier.fate = Fate.DEAD;
            dossier.proposals.add(proposal);
        });
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

    private static boolean undecided(Proposal proposal) {
        return proposal.fate == Fate.OPEN || proposal.fate == Fate.WITH_PANEL;
    }

    static Opinion approve(ApprovePlan command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = mayDecide(command.version(), dossier, setting);
        if (doubts.any()) return Opinion.no(doubts);
        Proposal proposal = dossier.proposals.get(command.version() - 1);
        boolean aboveLimit =
                dossier.weekly.compareTo(Sums.pounds(setting.policy().approverWeeklyLimit())) > 0;
        if (aboveLimit && setting.step().actor().role() != Role.PANEL) {
            if (doubts.when(proposal.fate == Fate.WITH_PANEL, "plan-awaits-panel")) return Opinion.no(doubts);
            return Opinion.yes(new Answer.Figures().note("escalated"), _ -> proposal.fate = Fate.WITH_PANEL);
        }
        return approved(proposal, dossier, setting);
    }

    private static Opinion approved(Proposal proposal, Dossier dossier, Setting setting) {
        Answer.Figures figures = new Answer.Figures().note("approved " + proposal.version);
        Map<LineId, BigDecimal> before = overspent(dossier, setting, List.of());
        List<Allocating.Change> changes =
                Allocating.afterApproval(dossier, proposal, setting.today(), setting.calendar());
        overspent(dossier, setting, changes).forEach((line, over) -> {
            if (over.compareTo(before.getOrDefault(line, Sums.NIL)) > 0) figures.add("overspent " + line, over);
        });
        Allocating.name(dossier, changes, figures);
        return Opinion.yes(figures, _ -> {
            proposal.fate = Fate.IN_FORCE;
            dossier.approvals.add(proposal);
            Allocating.take(dossier, changes);
        });
    }

    /** By how much each line breaks law 5 to date or later, were these changes made. */
    private static Map<LineId, BigDecimal> overspent(
            Dossier dossier, Setting setting, List<Allocating.Change> changes) {
        Map<LineId, BigDecimal> overs = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        if (dossier.furthest == null) return overs;
        Headroom look = Headroom.after(changes, dossier);
        PeriodId date = setting.calendar().periodOf(setting.today()).id();
        for (LineId line : linesOf(dossier)) {
            BigDecimal room = look.tightest(line, date, setting.policy().flexPercent(), false);
            if (room.signum() < 0) overs.put(line, room.negate());
        }
        return overs;
    }

    private static Set<LineId> linesOf(Dossier dossier) {
        Set<LineId> lines = new HashSet<>();
        for (Cell cell : dossier.cells.keySet()) {
            @Nullable LineId line = cell.line();
            if (line != null) lines.add(line);
        }
        return lines;
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

    /** Dates before which a plan counts for nothing. */
    static LocalDate firstDay(Dossier dossier) {
        LocalDate first = dossier.firstDay().orElseThrow();
        return first.isBefore(dossier.terms.startsOn()) ? dossier.terms.startsOn() : first;
    }
}
