package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.ChangeCommand.ProposeCut;
import org.personalbudget.ledger.budget.ChangeCommand.UpliftRates;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.model.Dossier.Proposal;
import org.personalbudget.ledger.terms.BatchId;

/** What a batch does to one budget: dearer units, or the proposal of a lower amount. */
final class BatchRules {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private final UpliftRates command;
    private final Dossier dossier;
    private final Setting setting;
    private final Answer.Doubts doubts = new Answer.Doubts();

    private BatchRules(UpliftRates command, Dossier dossier, Setting setting) {
        this.command = command;
        this.dossier = dossier;
        this.setting = setting;
    }

    static Opinion uplift(UpliftRates command, Dossier dossier, Setting setting) {
        if (isTouchedBy(command.batch(), dossier)) return Opinion.yes(new Answer.Figures(), _ -> {});
        return new BatchRules(command, dossier, setting).uplift();
    }

    /** Whatever a batch has proposed to a budget, it proposes no more to it. */
    private static boolean isTouchedBy(BatchId batch, Dossier dossier) {
        return dossier.uplifts.contains(batch) || dossier.cuts.containsKey(batch);
    }

    private Opinion uplift() {
        setting.dateInTable(command.from(), doubts);
        doubts.when(command.from().isBefore(dossier.terms.startsOn()), "before-budget-starts");
        doubts.when(PlanRules.isAfterEnd(command.from(), dossier, setting), "budget-has-ended");
        doubts.when(dossier.proposals.stream().anyMatch(PlanRules::undecided), "proposal-open");
        if (command.rate() != null) setting.positive(command.rate(), doubts);
        if (command.basisPoints() != null) {
            int points = command.basisPoints();
            doubts.when(points < 1 || points > 10_000, "change-out-of-range");
            doubts.when(points > setting.policy().changing().upliftLimit(), "above-uplift-limit");
        }
        Proposal old = dossier.planOn(command.from()).orElse(null);
        doubts.when(old == null, "no-plan-in-force");
        if (old == null) return Opinion.no(doubts);
        boolean lifts = old.plan.lines().stream()
                .anyMatch(line -> isPriced(line, command) && (command.rate() != null || dearer(line) != line));
        doubts.when(!lifts, "nothing-to-uplift");
        for (PlanLine line : old.plan.lines()) if (isPriced(line, command)) price(line);
        if (doubts.any()) return Opinion.no(doubts);
        BigDecimal before = dossier.course.weeklyOn(command.from());
        Proposal dearer = dearer(old, command.from(), dossier.proposals.size() + 1);
        dearer.uplift = command;
        Answer.Figures figures = new Answer.Figures().note("plan " + dearer.version);
        figures.note("uplifted " + dearer.version).add("weekly before " + dearer.version, before);
        figures.add("weekly after " + dearer.version, Sums.pounds(dearer.plan.weekly()));
        return Opinion.yes(figures, _ -> {
            dossier.proposals.add(dearer);
            dossier.uplifts.add(command.batch());
        });
    }

    private static boolean isPriced(PlanLine line, UpliftRates command) {
        return line.category() == command.category() && line.unitRate() != null && line.unitsPerWeek() != null;
    }

    private void price(PlanLine line) {
        if (command.rate() == null) return;
        BigDecimal old = Sums.pounds(line.unitRate());
        BigDecimal rate = Sums.pounds(command.rate());
        doubts.when(rate.compareTo(old) <= 0, "rate-not-higher");
        BigDecimal limit = raised(old, setting.policy().changing().upliftLimit());
        doubts.when(rate.compareTo(limit) > 0, "above-uplift-limit");
    }

    /** The later plans that are in force when an uplift comes into force: the same again, with the new prices. */
    static List<Proposal> carriedOn(Proposal uplift, Dossier dossier, Setting setting) {
        List<Proposal> versions = new ArrayList<>();
        if (uplift.uplift == null) return versions;
        BatchRules rules = new BatchRules(uplift.uplift, dossier, setting);
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Proposal each : dossier.course.approvals()) days.add(each.plan.effectiveFrom());
        for (LocalDate day : days.tailSet(uplift.plan.effectiveFrom(), false)) {
            Proposal old = dossier.planOn(day).orElseThrow();
            if (!old.plan.effectiveFrom().equals(day)) continue;
            versions.add(rules.dearer(old, day, dossier.proposals.size() + versions.size() + 1));
        }
        return versions;
    }

    private Proposal dearer(Proposal old, LocalDate day, int number) {
        List<PlanLine> lines = new ArrayList<>();
        BigDecimal weekly = dossier.course.weeklyOn(day);
        for (PlanLine line : old.plan.lines()) {
            PlanLine dearer = isPriced(line, command) ? dearer(line) : line;
            lines.add(dearer);
            weekly = weekly.add(Sums.pounds(dearer.weekly())).subtract(Sums.pounds(line.weekly()));
        }
        ProposePlan plan =
                new ProposePlan(command.budget(), day, old.plan.outcomes(), lines, Sums.money(weekly), null, null);
        return new Proposal(number, plan, setting.step().actor().id());
    }

    private PlanLine dearer(PlanLine line) {
        BigDecimal old = Sums.pounds(line.unitRate());
        BigDecimal given = command.rate() == null ? NIL : Sums.pounds(command.rate());
        BigDecimal rate = command.rate() == null ? raised(old, command.basisPoints()) : given.max(old);
        if (rate.compareTo(old) == 0) return line;
        BigDecimal weekly = rate.multiply(line.unitsPerWeek().quantity()).setScale(2, RoundingMode.HALF_UP);
        return new PlanLine(
                line.id(),
                line.kind(),
                line.category(),
                line.outcome(),
                Sums.money(weekly),
                line.unitsPerWeek(),
                Sums.money(rate),
                line.supplier());
    }

    private static BigDecimal raised(BigDecimal rate, @Nullable Integer points) {
        if (points == null) return rate;
        return rate.multiply(WHOLE.add(BigDecimal.valueOf(points))).divide(WHOLE, 2, RoundingMode.HALF_UP);
    }

    static Opinion cut(ProposeCut command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        if (isTouchedBy(command.batch(), dossier)) return Opinion.yes(new Answer.Figures(), _ -> {});
        LocalDate last = dossier.course.lastDay();
        doubts.when(last != null && setting.today().isAfter(last), "budget-has-ended");
        doubts.when(command.basisPoints() < 1 || command.basisPoints() > 10_000, "change-out-of-range");
        if (doubts.any()) return Opinion.no(doubts);
        BigDecimal weekly = dossier.course.weeklyOn(setting.today());
        BigDecimal lower = raised(weekly, -command.basisPoints());
        Answer.Figures figures =
                new Answer.Figures().note("cut").add("cut from", weekly).add("cut to", lower);
        return Opinion.yes(figures, _ -> dossier.cuts.put(command.batch(), lower));
    }
}
