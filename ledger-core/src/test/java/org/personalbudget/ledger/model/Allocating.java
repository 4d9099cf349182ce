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
import org.personalbudget.ledger.model.Dossier.Proposal;
import org.personalbudget.ledger.model.Dossier.Standing;
import org.personalbudget.ledger.terms.LineId;

/** How a budget becomes available period by period, and what is ordered of it: always the difference to what stands. */
final class Allocating {

    /** A change of what is allocated, or of what is committed, on one line in one period. */
    record Change(boolean commitment, Cell cell, LocalDate effectiveOn, BigDecimal amount) {}

    private Allocating() {}

    /** What the approval of a plan changes; no period is passed by, though it starts beyond all that is allocated. */
    static List<Change> afterApproval(Dossier dossier, Proposal plan, LocalDate today, PeriodCalendar calendar) {
        LocalDate from = plan.plan.effectiveFrom();
        LocalDate first = from;
        PeriodId last = calendar.lastOfYear(from.isAfter(today) ? from : today).id();
        if (dossier.furthest != null) {
            LocalDate next = calendar.period(dossier.furthest).last().plusDays(1);
            if (next.isBefore(from)) first = next;
            if (dossier.furthest.compareTo(last) > 0) last = dossier.furthest;
        }
        dossier.approvals.add(plan);
        List<Change> changes = changes(dossier, first, from, last, calendar);
        dossier.approvals.removeLast();
        return changes;
    }

    /** What a decision about a period that lies beyond all that is allocated has to allocate first. */
    static List<Change> reaching(Dossier dossier, PeriodId period, PeriodCalendar calendar) {
        if (dossier.furthest == null || period.compareTo(dossier.furthest) <= 0) return List.of();
        LocalDate next = calendar.period(dossier.furthest).last().plusDays(1);
        Period last = calendar.lastOfYear(calendar.period(period).first());
        return changes(dossier, next, next, last.id(), calendar);
    }

    private static List<Change> changes(
            Dossier dossier, LocalDate first, LocalDate from, PeriodId last, PeriodCalendar calendar) {
        List<Change> changes = new ArrayList<>();
        DateRange dates = new DateRange(first, calendar.period(last).last());
        for (Period period : calendar.periodsOver(dates)) {
            LocalDate on = period.contains(from) ? from : period.first();
            Map<@Nullable LineId, BigDecimal> targets = costs(dossier, period);
            allocate(dossier, period, on, targets, changes);
            commit(dossier, period, on, targets, changes);
        }
        return changes;
    }

    private static Map<@Nullable LineId, BigDecimal> costs(Dossier dossier, Period period) {
        LocalDate opening = dossier.firstDay().orElseThrow();
        Optional<DateRange> days = period.dates().overlap(new DateRange(opening, LocalDate.MAX));
        return days.map(range -> Costing.byLine(dossier, range)).orElseGet(LinkedHashMap::new);
    }

    private static void allocate(
            Dossier dossier,
            Period period,
            LocalDate on,
            Map<@Nullable LineId, BigDecimal> targets,
            List<Change> changes) {
        for (LineId line : everyLine(dossier, period, targets)) {
            Standing standing = dossier.look(line, period.id());
            BigDecimal more = targets.getOrDefault(line, NIL).subtract(standing.allocated);
            if (more.signum() != 0) changes.add(new Change(false, new Cell(line, period.id()), on, more));
        }
    }

    private static void commit(
            Dossier dossier,
            Period period,
            LocalDate on,
            Map<@Nullable LineId, BigDecimal> targets,
            List<Change> changes) {
        for (LineId line : everyLine(dossier, period, targets)) {
            if (line == null) continue;
            Standing standing = dossier.look(line, period.id());
            BigDecimal target =
                    Costing.isOrdered(dossier, line, period.dates()) ? targets.getOrDefault(line, NIL) : NIL;
            BigDecimal open = Sums.atLeastNil(target.subtract(standing.consumed));
            BigDecimal more = open.subtract(standing.committed);
            if (more.signum() != 0) changes.add(new Change(true, new Cell(line, period.id()), on, more));
        }
    }

    private static Set<@Nullable LineId> everyLine(
            Dossier dossier, Period period, Map<@Nullable LineId, BigDecimal> targets) {
        Set<@Nullable LineId> lines = new LinkedHashSet<>(targets.keySet());
        for (Cell cell : dossier.cells.keySet()) if (cell.period().equals(period.id())) lines.add(cell.line());
        return lines;
    }

    /** Names the figures of the changes. */
    static void name(Dossier dossier, List<Change> changes, Answer.Figures figures) {
        for (Change change : changes) {
            String what = (change.commitment() ? "commitment " : "allocation ")
                    + change.cell().period() + " " + change.cell().line() + " from " + change.effectiveOn();
            figures.add(what, dossier.shared(change.amount()));
        }
    }

    /** Takes the changes into the dossier and its books. */
    static void take(Dossier dossier, List<Change> changes) {
        for (Change change : changes) {
            Cell cell = change.cell();
            Standing standing = dossier.cell(cell.line(), cell.period());
            if (change.commitment()) {
                standing.committed = standing.committed.add(change.amount());
            } else {
                standing.allocated = standing.allocated.add(change.amount());
                if (dossier.furthest == null || dossier.furthest.compareTo(cell.period()) < 0) {
                    dossier.furthest = cell.period();
                }
            }
            Books.Entry entry = dossier.books.entry(change.effectiveOn()).of(cell.line(), cell.period());
            int from = change.commitment() ? 9010 : 9000;
            int to = change.commitment() ? 9100 : 9010;
            dossier.shared(change.amount())
                    .each((pot, amount) -> entry.debit(from, pot, amount).credit(to, pot, amount));
            entry.done();
        }
    }
}
