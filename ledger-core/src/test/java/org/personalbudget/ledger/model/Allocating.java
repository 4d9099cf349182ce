package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Dossier.Cell;
import org.personalbudget.ledger.model.Dossier.Standing;
import org.personalbudget.ledger.terms.LineId;

/** How a budget becomes available period by period, and what is ordered of it: always the difference to what stands. */
final class Allocating {

    /**
     * A change of what is allocated, or of what is committed, on one line in one period.
     *
     * @param lapsed what had been accrued, and no order covers any more
     */
    record Change(
            boolean commitment, Cell cell, LocalDate effectiveOn, BigDecimal amount, Amounts split, Amounts lapsed) {}

    private Allocating() {}

    /** What the approval of a plan changes; no period is passed by, though it starts beyond all that is allocated. */
    static List<Change> afterApproval(
            Dossier dossier, Course now, LocalDate from, LocalDate today, PeriodCalendar table) {
        LocalDate first = from;
        PeriodId last = table.lastOfYear(from.isAfter(today) ? from : today).id();
        LocalDate next = nextOf(dossier, table).orElse(from);
        if (next.isBefore(from)) first = next;
        if (dossier.furthest != null && dossier.furthest.compareTo(last) > 0) last = dossier.furthest;
        return changes(dossier, now, first, from, last, table);
    }

    /** What another change of the course changes, as far as anything is allocated. */
    static List<Change> afterChange(Dossier dossier, Course now, LocalDate from, PeriodCalendar table) {
        if (dossier.furthest == null
                || from.isAfter(table.period(dossier.furthest).last())) return List.of();
        return changes(dossier, now, from, from, dossier.furthest, table);
    }

    /** What a decision about a period that lies beyond all that is allocated has to allocate first. */
    static List<Change> reaching(Dossier dossier, PeriodId period, PeriodCalendar table) {
        Optional<LocalDate> next = nextOf(dossier, table);
        if (next.isEmpty() || next.get().isAfter(table.period(period).last())) return List.of();
        Period last = table.lastOfYear(table.period(period).first());
        return changes(dossier, dossier.course, next.get(), next.get(), last.id(), table);
    }

    /** The day after all that is allocated; where nothing is, though a plan was approved, the first that may cost. */
    private static Optional<LocalDate> nextOf(Dossier dossier, PeriodCalendar table) {
        if (dossier.furthest == null) return dossier.course.firstDay();
        return Optional.of(table.period(dossier.furthest).last().plusDays(1));
    }

    private static List<Change> changes(
            Dossier dossier, Course course, LocalDate first, LocalDate from, PeriodId last, PeriodCalendar table) {
        List<Change> changes = new ArrayList<>();
        DateRange dates = new DateRange(first, table.period(last).last());
        for (Period period : table.periodsOver(dates)) {
            LocalDate on = period.contains(from) ? from : period.first();
            Optional<DateRange> days = Setting.from(course.firstPlan().orElseThrow(), period.dates());
            Map<@Nullable LineId, BigDecimal> targets =
                    days.map(range -> Costing.byLine(course, range)).orElseGet(LinkedHashMap::new);
            for (LineId line : everyLine(dossier, period, targets)) {
                Cell cell = new Cell(line, period.id());
                Standing standing = dossier.look(line, period.id());
                BigDecimal target = targets.getOrDefault(line, NIL);
                Amounts split = reshared(target, standing.allocatedBy, line, dossier, course, period);
                change(new Change(false, cell, on, split.total(), split, new Amounts()), changes);
            }
            for (LineId line : everyLine(dossier, period, targets)) {
                if (line == null) continue;
                Standing standing = dossier.look(line, period.id());
                boolean ordered = Costing.isOrdered(course, line, period.dates());
                BigDecimal lapsed = dossier.lapsed.getOrDefault(new Cell(line, period.id()), NIL);
                BigDecimal used = standing.consumed.add(standing.pooled).add(lapsed);
                BigDecimal open = ordered ? targets.getOrDefault(line, NIL).subtract(used) : NIL;
                Amounts split = reshared(Sums.atLeastNil(open), standing.committedBy, line, dossier, course, period);
                Cell cell = new Cell(line, period.id());
                Amounts uncovered = AccrualRules.notCovered(cell, split.total(), dossier);
                change(new Change(true, cell, on, split.total(), split, uncovered), changes);
            }
        }
        return changes;
    }

    /** What is missing by the shares of the period; where these change, or have changed, funder by funder. */
    private static Amounts reshared(
            BigDecimal target, Amounts standing, @Nullable LineId line, Dossier dossier, Course course, Period period) {
        Bearing days = Bearing.byDays(course, period.dates());
        boolean same = !days.changes() && days.isLike(Bearing.byDays(dossier.course, period.dates()));
        if (same) return days.share(target.subtract(standing.total()));
        return Costing.bearing(course, line, period.dates())
                .or(days)
                .share(target)
                .takeAll(standing);
    }

    private static void change(Change change, List<Change> changes) {
        if (!change.split().byBook().isEmpty()) changes.add(change);
    }

    private static Set<@Nullable LineId> everyLine(
            Dossier dossier, Period period, Map<@Nullable LineId, BigDecimal> targets) {
        Set<@Nullable LineId> lines = new LinkedHashSet<>(targets.keySet());
        for (Cell cell : dossier.cells.keySet()) if (cell.period().equals(period.id())) lines.add(cell.line());
        return lines;
    }

    /** Names the figures of the changes. */
    static void name(List<Change> changes, Answer.Figures figures) {
        for (Change change : changes) {
            String what = (change.commitment() ? "commitment " : "allocation ")
                    + change.cell().period() + " " + change.cell().line() + " from " + change.effectiveOn();
            figures.add(what, change.split());
            AccrualRules.name(change.cell(), change.lapsed(), figures);
        }
    }

    /** Takes the changes into the dossier and its books. */
    static void take(Dossier dossier, List<Change> changes) {
        for (Change change : changes) {
            Cell cell = change.cell();
            Standing standing = dossier.cell(cell.line(), cell.period());
            if (change.commitment()) {
                standing.committed = standing.committed.add(change.amount());
                standing.committedBy.addAll(change.split());
                AccrualRules.ordered(cell, change.lapsed(), dossier);
            } else {
                standing.allocated = standing.allocated.add(change.amount());
                standing.allocatedBy.addAll(change.split());
                if (dossier.furthest == null || dossier.furthest.compareTo(cell.period()) < 0) {
                    dossier.furthest = cell.period();
                }
            }
            Books.Entry entry = dossier.books.entry(change.effectiveOn()).of(cell.line(), cell.period());
            int from = change.commitment() ? 9010 : 9000;
            int to = change.commitment() ? 9100 : 9010;
            change.split().each((pot, amount) -> entry.debit(from, pot, amount).credit(to, pot, amount));
            entry.done();
        }
    }
}
