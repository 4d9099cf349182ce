package org.personalbudget.ledger.model;

import static org.personalbudget.ledger.model.Sums.NIL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.model.Dossier.Cell;
import org.personalbudget.ledger.model.Dossier.Standing;
import org.personalbudget.ledger.terms.LineId;

/** Law 5: what a line may still cost, cumulative over service periods, flex included. */
final class Headroom {

    private final Dossier dossier;
    private final Map<Cell, Standing> changed = new HashMap<>();

    private Headroom(Dossier dossier) {
        this.dossier = dossier;
    }

    /** The lines as they would stand after some changes. */
    static Headroom after(List<Allocating.Change> changes, Dossier dossier) {
        Headroom headroom = new Headroom(dossier);
        for (Allocating.Change change : changes) {
            Standing standing = headroom.changed.computeIfAbsent(change.cell(), headroom::copy);
            if (change.commitment()) standing.committed = standing.committed.add(change.amount());
            else standing.allocated = standing.allocated.add(change.amount());
        }
        return headroom;
    }

    private Standing copy(Cell cell) {
        Standing copy = new Standing();
        Standing standing = dossier.look(cell.line(), cell.period());
        copy.allocated = standing.allocated;
        copy.committed = standing.committed;
        copy.consumed = standing.consumed;
        copy.pooled = standing.pooled;
        return copy;
    }

    /** As it would stand were this spent on a line as well. */
    Headroom spending(LineId line, PeriodId period, BigDecimal amount) {
        Standing standing = changed.computeIfAbsent(new Cell(line, period), this::copy);
        standing.consumed = standing.consumed.add(amount);
        return this;
    }

    Standing at(@Nullable LineId line, PeriodId period) {
        Standing standing = changed.get(new Cell(line, period));
        return standing == null ? dossier.look(line, period) : standing;
    }

    Set<Cell> cells() {
        if (changed.isEmpty()) return dossier.cells.keySet();
        Set<Cell> all = new HashSet<>(dossier.cells.keySet());
        all.addAll(changed.keySet());
        return all;
    }

    /** By how much a line has gone beyond its own allocation at the end of a service period. */
    BigDecimal beyond(LineId line, PeriodId period) {
        return Sums.atLeastNil(signed(line, period));
    }

    /** The same, and negative where it has not. */
    BigDecimal signed(LineId line, PeriodId period) {
        BigDecimal beyond = NIL;
        for (Cell cell : cells()) {
            if (!line.equals(cell.line()) || cell.period().compareTo(period) > 0) continue;
            Standing standing = at(line, cell.period());
            beyond = beyond.add(standing.committed).add(standing.consumed).subtract(standing.allocated);
        }
        return beyond;
    }

    /**
     * The least that is left on a line at the end of a service period or of any later one in which something stands on
     * the line: what is spent late in an early period is spent in the later ones as well.
     *
     * @param ownOrder whether it is asked for the order for which money is committed
     */
    BigDecimal tightest(LineId line, PeriodId from, int percent, boolean ownOrder) {
        TreeMap<PeriodId, BigDecimal> free = new TreeMap<>();
        Map<PeriodId, BigDecimal> lendable = new HashMap<>();
        Set<LineId> others = new HashSet<>();
        free.put(from, NIL);
        for (Cell cell : cells()) {
            Standing standing = at(cell.line(), cell.period());
            if (!line.equals(cell.line())) {
                lendable.merge(cell.period(), standing.unused(), BigDecimal::add);
                if (cell.line() != null) others.add(cell.line());
                continue;
            }
            BigDecimal left = standing.allocated.subtract(standing.consumed);
            left = left.subtract(ownOrder ? standing.pooled : standing.committed);
            boolean earlier = cell.period().compareTo(from) < 0;
            free.merge(earlier ? from : cell.period(), left, BigDecimal::add);
        }
        BigDecimal sum = NIL;
        BigDecimal least = BigDecimal.valueOf(Long.MAX_VALUE);
        for (Map.Entry<PeriodId, BigDecimal> each : free.entrySet()) {
            sum = sum.add(each.getValue());
            BigDecimal flex = lendable.getOrDefault(each.getKey(), NIL)
                    .multiply(BigDecimal.valueOf(percent, 2))
                    .setScale(2, RoundingMode.DOWN);
            for (LineId other : others) flex = flex.subtract(beyond(other, each.getKey()));
            least = least.min(sum.add(Sums.atLeastNil(flex)));
        }
        return least;
    }
}
