package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.AccrualCommand;
import org.personalbudget.ledger.budget.AccrualCommand.AccrueCare;
import org.personalbudget.ledger.budget.AccrualCommand.ReverseAccrual;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.model.Dossier.Cell;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;

/** What was ordered for a period, given in it and not billed counts in it, until the bill comes. */
final class AccrualRules {

    private AccrualRules() {}

    /** What counts of a line in a period although it was not billed. */
    static final class Accrued {
        final Category category;
        final Amounts standing = new Amounts();
        /** The days of service for which no bill has come. */
        final Set<LocalDate> open = new HashSet<>();
        /** What of the order has been accrued once and was not billed since. */
        BigDecimal covered = Sums.NIL;

        private Accrued(Category category) {
            this.category = category;
        }
    }

    static Opinion on(AccrualCommand command, Dossier dossier, Setting setting) {
        return switch (command) {
            case AccrueCare c -> accrue(c, dossier, setting);
            case ReverseAccrual c -> reverse(c, dossier, setting);
        };
    }

    private static Opinion accrue(AccrueCare command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        if (doubts.when(!setting.calendar().knows(command.period()), "period-out-of-range")) return Opinion.no(doubts);
        Period period = setting.calendar().period(command.period());
        doubts.when(setting.isClosed(command.period()), "period-closed");
        doubts.when(setting.today().isBefore(period.last()), "accrual-too-early");
        if (doubts.any()) return Opinion.no(doubts);
        Answer.Figures figures = new Answer.Figures();
        Map<LineId, Amounts> more = new TreeMap<>(Comparator.comparing(LineId::toString));
        Map<LineId, Category> categories = new TreeMap<>(Comparator.comparing(LineId::toString));
        dossier.cells.forEach((cell, standing) -> {
            if (cell.line() == null || !cell.period().equals(period.id())) return;
            Accrued before = dossier.accrued.get(cell);
            BigDecimal ordered = standing.committedBy.total();
            BigDecimal missing = ordered.subtract(before == null ? Sums.NIL : before.covered);
            Optional<PlanLine> line = lineOf(cell.line(), period.dates(), dossier);
            if (missing.signum() <= 0 || line.isEmpty() || line.get().supplier() == null) return;
            Amounts split = Bought.part(standing.committedBy, missing, dossier.lead());
            more.put(cell.line(), split);
            categories.put(cell.line(), line.get().category());
            figures.add("accrued " + cell.line() + " " + period.id(), split);
        });
        return Opinion.yes(
                figures, _ -> more.forEach((line, split) -> take(line, categories.get(line), split, period, dossier)));
    }

    /** As the last plan of these days has it. */
    private static Optional<PlanLine> lineOf(LineId line, DateRange days, Dossier dossier) {
        for (LocalDate day = days.last(); !day.isBefore(days.first()); day = day.minusDays(1)) {
            Optional<PlanLine> found = dossier.planOn(day).flatMap(plan -> plan.line(line));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static void take(LineId line, Category category, Amounts split, Period period, Dossier dossier) {
        Cell cell = new Cell(line, period.id());
        Accrued before = dossier.accrued.get(cell);
        Accrued now = new Accrued(category);
        now.standing.addAll(split);
        now.covered = split.total();
        if (before != null) {
            now.standing.addAll(before.standing);
            now.covered = now.covered.add(before.covered);
        }
        LocalDate last = period.last();
        for (LocalDate day = period.first(); !day.isAfter(last); day = day.plusDays(1)) {
            if (dossier.planOn(day).flatMap(plan -> plan.line(line)).isPresent()) now.open.add(day);
        }
        now.open.removeAll(dossier.billed.getOrDefault(cell, Set.of()));
        dossier.accrued.put(cell, now);
        post(last, cell, category, split, dossier);
    }

    private static Opinion reverse(ReverseAccrual command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Cell cell = new Cell(command.line(), command.period());
        Accrued accrued = dossier.accrued.get(cell);
        BigDecimal standing = accrued == null ? Sums.NIL : accrued.standing.total();
        if (command.amount() != null) setting.positive(command.amount(), doubts);
        doubts.when(standing.signum() == 0, "nothing-accrued");
        BigDecimal amount = command.amount() == null ? standing : Sums.pounds(command.amount());
        doubts.when(amount.compareTo(standing) > 0, "exceeds-accrual");
        if (doubts.any() || accrued == null) return Opinion.no(doubts);
        Amounts part = Bought.part(accrued.standing, amount, dossier.lead());
        Answer.Figures figures = new Answer.Figures();
        name(cell, part, figures);
        return Opinion.yes(figures, _ -> less(cell, part, dossier));
    }

    static void name(Cell cell, Amounts part, Answer.Figures figures) {
        figures.add("accrued no more " + cell.line() + " " + cell.period(), part);
    }

    /** To be billed without consequence; where nothing was accrued, something of nothing. */
    static Accrued copyOf(@Nullable Accrued of) {
        Accrued copy = new Accrued(of == null ? Category.HOME_CARE : of.category);
        if (of == null) return copy;
        copy.standing.addAll(of.standing);
        copy.open.addAll(of.open);
        copy.covered = of.covered;
        return copy;
    }

    /** What a bill for these days of service puts an end to: their part by days, and with the last of them all. */
    static Amounts bill(Accrued accrued, DateRange service, Funder lead) {
        long before = accrued.open.size();
        accrued.open.removeIf(day -> !day.isBefore(service.first()) && !day.isAfter(service.last()));
        long left = accrued.open.size();
        Amounts ended = accrued.standing.copy();
        if (left != 0) {
            BigDecimal part = Sums.apportion(
                            accrued.standing.total(),
                            List.of(BigDecimal.valueOf(before - left), BigDecimal.valueOf(left)))
                    .getFirst();
            ended = Bought.part(accrued.standing, part, lead);
        }
        accrued.standing.takeAll(ended);
        return ended;
    }

    /** A bill has come, and takes so much off what was ordered. */
    static void billed(Cell cell, DateRange service, BigDecimal released, Amounts ended, Dossier dossier) {
        less(cell, ended, dossier);
        Set<LocalDate> days = new HashSet<>(Assessed.daysOf(service));
        dossier.billed.computeIfAbsent(cell, _ -> new HashSet<>()).addAll(days);
        Accrued accrued = dossier.accrued.get(cell);
        if (accrued == null) return;
        accrued.open.removeAll(days);
        accrued.covered = Sums.atLeastNil(accrued.covered.subtract(released));
    }

    /** What of an accrual an order no longer covers, when it is made that much smaller. */
    static Amounts notCovered(Cell cell, BigDecimal change, Dossier dossier) {
        Accrued accrued = dossier.accrued.get(cell);
        if (accrued == null || change.signum() >= 0) return new Amounts();
        BigDecimal ordered =
                dossier.look(cell.line(), cell.period()).committedBy.total().add(change);
        BigDecimal beyond = accrued.standing.total().subtract(Sums.atLeastNil(ordered));
        return beyond.signum() <= 0 ? new Amounts() : Bought.part(accrued.standing, beyond, dossier.lead());
    }

    /** An order has changed: no more of it than there is can have been accrued. */
    static void ordered(Cell cell, Amounts lapsed, Dossier dossier) {
        Accrued accrued = dossier.accrued.get(cell);
        if (accrued == null) return;
        BigDecimal ordered =
                dossier.look(cell.line(), cell.period()).committedBy.total();
        accrued.covered = accrued.covered.min(Sums.atLeastNil(ordered));
        less(cell, lapsed, dossier);
    }

    private static void less(Cell cell, Amounts part, Dossier dossier) {
        Accrued accrued = dossier.accrued.get(cell);
        if (accrued == null) return;
        accrued.standing.takeAll(part);
        post(dossier.today, cell, accrued.category, new Amounts().takeAll(part), dossier);
    }

    private static void post(LocalDate on, Cell cell, Category category, Amounts split, Dossier dossier) {
        Books.Entry entry = dossier.books.entry(on).of(cell.line(), cell.period());
        split.each(
                (pot, part) -> entry.debit(category.account(), pot.book(), part).credit(2100, pot, part));
        entry.done();
    }
}
