package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.FundingCommand.ChangeFunders;
import org.personalbudget.ledger.budget.Outcome;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.ReviewId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;

/** Writes allocations, plans and their approval. */
final class PlanWriter {

    private static final List<LineId> LINES =
            List.of(new LineId("care"), new LineId("pa"), new LineId("flex"), new LineId("kit"), new LineId("taxi"));
    private static final List<OutcomeId> OUTCOMES = List.of(new OutcomeId("home"), new OutcomeId("out"));

    private final World world;
    private final Dice dice;

    PlanWriter(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    AllocateBudget allocate(BudgetId budget) {
        return new AllocateBudget(
                budget,
                new PersonRef("person-" + dice.between(1, 9_999)),
                dice.one(CareGroup.ADULT, CareGroup.ADULT, CareGroup.CHILD, CareGroup.CARER),
                dice.chance(1) ? LocalDate.of(2014, 1, 1) : world.within(60, world.wild() ? 40 : 0),
                weekly(),
                dice.money(0, 50_000),
                funders(),
                dice.one(RiskTier.values()),
                dice.chance(4));
    }

    private Money weekly() {
        return switch (dice.between(world.wild() ? 1 : 2, 20)) {
            case 1 -> dice.money(1, 50);
            case 2 -> dice.one(Money.ZERO, Money.ofPence(-100), Money.of("100000000.01"));
            case 3, 4, 5 -> Money.of("310.00");
            default -> dice.money(3_000, 80_000);
        };
    }

    private List<FunderShare> funders() {
        int first = dice.between(1, 9_999);
        return switch (dice.between(1, 20)) {
            case 1, 2 -> shares(Funder.LA_CHILDREN, 10_000);
            case 3, 4 -> shares(Funder.LA, 7_000, Funder.ICB, 3_000);
            case 5, 6 -> shares(Funder.LA, first, Funder.ICB, 10_000 - first);
            case 7 -> shares(Funder.ICB, first, Funder.LA, 10_000 - first);
            case 8 -> shares(Funder.LA, 3_334, Funder.ICB, 3_333, Funder.EDUCATION, 3_333);
            case 9 -> shares(Funder.EDUCATION, 3_333, Funder.LA_CHILDREN, 3_334, Funder.ICB, 3_333);
            case 10 -> shares(Funder.ICB, 10_000);
            case 11 -> shares(Funder.POOLED, 5_000, Funder.LA, 5_000);
            case 12 -> hostileFunders();
            default -> shares(Funder.LA, 10_000);
        };
    }

    /** As a rule by the lead there is; seldom by another, or as it is already. */
    ChangeFunders share(Dossier dossier) {
        LocalDate from = dice.chance(80) ? world.within(90, 40) : world.within(250, 150);
        if (from.isBefore(dossier.terms.startsOn()) && !dice.chance(5)) from = dossier.terms.startsOn();
        if (dice.chance(1)) from = LocalDate.of(2010, 1, 1);
        return new ChangeFunders(dossier.terms.budget(), from, otherFunders(dossier, from), world.note("shares"));
    }

    private List<FunderShare> otherFunders(Dossier dossier, LocalDate from) {
        Funder lead = dice.chance(2) ? dice.one(Funder.values()) : dossier.lead();
        Funder other = dice.one(Funder.ICB, Funder.LA, Funder.LA_CHILDREN, Funder.EDUCATION);
        int first = dice.between(0, 9_999);
        return switch (dice.between(1, 20)) {
            case 1 -> hostileFunders();
            case 2 -> dossier.course.fundersOn(from);
            case 3, 4, 5 -> shares(lead, 10_000);
            case 6, 7 -> shares(lead, 0, other, 10_000);
            case 8, 9, 10 -> shares(lead, 3_334, Funder.ICB, 3_333, Funder.EDUCATION, 3_333);
            case 11, 12, 13 -> shares(lead, 5_000, other, 5_000);
            default -> shares(lead, first, other, 10_000 - first);
        };
    }

    private List<FunderShare> hostileFunders() {
        return dice.one(
                List.of(),
                shares(Funder.LA, 9_999),
                shares(Funder.LA, 5_000, Funder.LA, 5_000),
                shares(Funder.LA, 10_001, Funder.ICB, -1),
                shares(Funder.LA, 10_000, Funder.ICB, 0));
    }

    private static List<FunderShare> shares(Object... funderAndPoints) {
        List<FunderShare> shares = new ArrayList<>();
        for (int i = 0; i < funderAndPoints.length; i += 2) {
            shares.add(new FunderShare((Funder) funderAndPoints[i], (Integer) funderAndPoints[i + 1]));
        }
        return shares;
    }

    ProposePlan propose(Dossier dossier) {
        List<PlanLine> lines = new ArrayList<>();
        LocalDate from = effectiveFrom(dossier);
        BigDecimal left = dossier.course.weekliesFrom(from).stream()
                .min(BigDecimal::compareTo)
                .orElseThrow();
        ReviewId reassessment = reassessment(dossier);
        BigDecimal found = PlanRules.found(reassessment, dossier);
        Money weekly = found != null && world.wild() && dice.chance(50)
                ? Money.ofPence(Math.max(1, found.movePointRight(2).longValueExact() + dice.between(-1_000, 200)))
                : dice.chance(85) || !world.wild() ? null : another(left);
        if (weekly != null) left = Sums.pounds(weekly);
        int count = dice.chance(1) ? 0 : dice.between(1, 4);
        for (int i = 0; i < count && left.signum() > 0; i++) {
            PlanLine line = line(LINES.get(dice.chance(90) ? i : dice.between(0, 4)), left, i == count - 1);
            lines.add(line);
            left = left.subtract(Sums.pounds(line.weekly()));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (OutcomeId id : OUTCOMES) if (!dice.chance(2)) outcomes.add(new Outcome(id, world.note("outcome " + id)));
        if (dice.chance(1)) outcomes.add(new Outcome(OUTCOMES.getFirst(), world.note("again")));
        return new ProposePlan(
                dossier.terms.budget(), from, outcomes, lines, weekly, reassessment(dossier), cut(dossier));
    }

    private @Nullable ReviewId reassessment(Dossier dossier) {
        if (dice.chance(1)) return new ReviewId(world.id("no review"));
        if (dossier.reassessments.isEmpty() || dice.chance(30)) return null;
        List<ReviewId> decided = dossier.reassessments.stream()
                .filter(each -> PlanRules.found(each, dossier) != null)
                .toList();
        return decided.isEmpty() || dice.chance(50) ? dice.one(dossier.reassessments) : dice.one(decided);
    }

    /** A weekly amount that is as a rule higher than the one in force. */
    private Money another(BigDecimal weekly) {
        long pence = weekly.movePointRight(2).longValueExact() + dice.between(dice.chance(30) ? -8_000 : 0, 8_000);
        return dice.chance(2) ? dice.one(Money.ZERO, Money.of("100000000.01")) : Money.ofPence(Math.max(1, pence));
    }

    private @Nullable BatchId cut(Dossier dossier) {
        if (dice.chance(1)) return new BatchId("no-batch");
        return dossier.cuts.isEmpty() || dice.chance(50) ? null : dice.one(dossier.cuts.keySet());
    }

    /** Mostly from the start or about now; at times backdated, ahead, or so far ahead that a year lies between. */
    private LocalDate effectiveFrom(Dossier dossier) {
        LocalDate start = dossier.terms.startsOn();
        if (!dossier.hasPlan()) return start.plusDays(dice.chance(50) ? 0 : dice.between(-1, 25));
        return switch (dice.between(1, 10)) {
            case 1 -> start.plusDays(dice.between(-1, 10));
            case 2, 3, 4 -> world.within(90, 0);
            case 5 -> world.within(-150, 500);
            default -> world.within(10, 60);
        };
    }

    private PlanLine line(LineId id, BigDecimal left, boolean last) {
        boolean ordered = dice.chance(35) && !world.suppliers.isEmpty();
        SupplierId supplier = ordered ? dice.one(world.suppliers) : null;
        Category category = dice.chance(85) ? usual(id) : dice.one(Category.values());
        boolean service = dice.chance(60);
        @Nullable OutcomeId outcome = service && dice.chance(40) ? null : dice.one(OUTCOMES);
        if (dice.chance(1)) outcome = null;
        long whole = left.movePointRight(2).longValueExact();
        if (service && dice.chance(70)) {
            Units units = new Units(dice.between(1, 80) * 25L);
            Money rate = dice.money(1_500, 3_200);
            long weekly = rate.times(units.quantity()).pence();
            if (weekly > 0 && weekly <= whole) {
                return new PlanLine(
                        id,
                        PlanLine.Kind.SERVICE,
                        category,
                        outcome,
                        Money.ofPence(dice.chance(1) ? weekly + 1 : weekly),
                        units,
                        dice.chance(1) ? null : rate,
                        supplier);
            }
        }
        long weekly = last && dice.chance(60) ? whole : Math.max(1, whole * dice.between(5, 80) / 100);
        if (dice.chance(1)) weekly = dice.one(0L, -5L, whole + 1);
        PlanLine.Kind kind = service ? PlanLine.Kind.SERVICE : PlanLine.Kind.OUTCOME;
        return new PlanLine(id, kind, category, outcome, Money.ofPence(weekly), null, null, supplier);
    }

    private static Category usual(LineId id) {
        return switch (id.value()) {
            case "care" -> Category.HOME_CARE;
            case "pa" -> Category.PERSONAL_ASSISTANT;
            case "flex" -> Category.FLEXIBLE;
            case "kit" -> Category.EQUIPMENT;
            default -> Category.TRANSPORT;
        };
    }

    /** A decision on a plan: most likely on the one that is open. */
    BudgetCommand decide(Dossier dossier) {
        int version = dossier.proposals.size();
        if (dice.chance(5)) version = dice.between(0, version + 1);
        return dice.chance(93)
                ? new BudgetCommand.ApprovePlan(dossier.terms.budget(), version)
                : new BudgetCommand.RejectPlan(dossier.terms.budget(), version, world.note("no " + version));
    }

    static LineId someLine(Dice dice) {
        return dice.one(LINES);
    }

    static OutcomeId someOutcome(Dice dice) {
        return dice.chance(97) ? dice.one(OUTCOMES) : new OutcomeId("nowhere");
    }
}
