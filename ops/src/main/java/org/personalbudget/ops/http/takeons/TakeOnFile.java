package org.personalbudget.ops.http.takeons;

import static org.personalbudget.ops.http.takeons.TakeOnColumns.RECORD;
import static org.personalbudget.ops.http.takeons.TakeOnColumns.REF;
import static org.personalbudget.ops.http.takeons.TakeOnColumns.SHAPE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.FieldError;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.takeons.TakeOnColumns.Kind;
import org.personalbudget.payments.csv.CsvRow;
import org.personalbudget.payments.csv.CsvTable;
import org.personalbudget.payments.csv.CsvTables;
import org.personalbudget.payments.csv.CsvUnreadable;

/**
 * A take-on file as it was read: the budgets that can be taken on, and for every line that cannot be, why. A budget with
 * any rejected line is not among them.
 *
 * @param budgets in the order of the file
 * @param rejected by line
 */
record TakeOnFile(List<TakenBudget> budgets, List<Rejection> rejected) {

    /** How many lines the budgets have that can be taken on. */
    int acceptedLines() {
        return budgets.stream().mapToInt(TakenBudget::rows).sum();
    }

    /**
     * Reads a file.
     *
     * @param policy in force on the day of the take-on
     * @param on the day of the take-on
     * @throws ProblemException if it is not a table at all, with the line at which that shows
     */
    static TakeOnFile read(byte[] bytes, Policy policy, LocalDate on) {
        try {
            return of(CsvTables.read(bytes, SHAPE), policy, on);
        } catch (CsvUnreadable no) {
            throw new ProblemException(Problem.of(400, "not-a-table", no.detail())
                    .with("line", no.line())
                    .with("fault", no.fault().name()));
        }
    }

    /** Without the budgets that are in the ledger already; each is rejected at its row BUDGET. */
    TakeOnFile without(Predicate<TakenBudget> there) {
        List<TakenBudget> left = new ArrayList<>(budgets);
        left.removeIf(there);
        List<Rejection> all = new ArrayList<>(rejected);
        for (TakenBudget each : budgets) {
            if (left.contains(each)) continue;
            all.add(new Rejection(each.line(), REF, "ref was taken on before, as budget " + each.id() + "."));
        }
        all.sort(Comparator.comparingLong(Rejection::line));
        return new TakeOnFile(List.copyOf(left), List.copyOf(all));
    }

    private static TakeOnFile of(CsvTable table, Policy policy, LocalDate on) {
        List<Rejection> rejected = new ArrayList<>();
        Map<String, BudgetRows> byRef = new LinkedHashMap<>();
        Function<String, BudgetRows> rows = ref -> new BudgetRows(ref, policy.chargesCarers(), on);
        for (CsvRow row : table.rows()) sort(row, table, ref -> byRef.computeIfAbsent(ref, rows), rejected);
        List<TakenBudget> budgets = new ArrayList<>();
        byRef.forEach((ref, read) -> read.read(rejected).ifPresent(budgets::add));
        rejected.sort(Comparator.comparingLong(Rejection::line));
        return new TakeOnFile(List.copyOf(budgets), List.copyOf(rejected));
    }

    /** Finds out whose row it is; one that belongs to nobody is rejected by itself. */
    private static void sort(CsvRow row, CsvTable table, Function<String, BudgetRows> byRef, List<Rejection> rejected) {
        Fields fields = Fields.ofParameters();
        String ref = fields.code(REF, row.get(REF));
        boolean somebodys = fields.errors().isEmpty();
        Kind kind = fields.oneOf(RECORD, row.get(RECORD), Kind.class);
        if (!table.fits(row)) {
            fields.wrong(
                    RECORD,
                    "wrong-width",
                    "has " + row.width() + " fields in its line, and the header has "
                            + table.columns().size());
        }
        for (FieldError error : fields.errors()) rejected.add(rejection(row, error));
        if (!somebodys) return;
        BudgetRows rows = byRef.apply(ref);
        if (fields.errors().isEmpty()) rows.add(kind, row);
        else rows.spoil(row);
    }

    static Rejection rejection(CsvRow row, FieldError error) {
        return new Rejection(row.line(), error.field(), error.detail());
    }
}
