package org.personalbudget.payments.actualscsv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalbudget.ledger.invoice.SubmittedActuals;
import org.personalbudget.ledger.invoice.SubmittedActuals.Visit;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.csv.CsvFiles;
import org.personalbudget.payments.csv.CsvRow;
import org.personalbudget.payments.csv.CsvShape;
import org.personalbudget.payments.csv.CsvTable;
import org.personalbudget.payments.csv.RejectedField;
import org.personalbudget.payments.csv.RowFields;

/**
 * Reads delivered visits (CSV, RFC 4180, UTF-8). Columns: {@code visit}, {@code supplier}, {@code order}, {@code on},
 * {@code minutes}, and {@code plan_line}, which may be left out where only one line is ordered from that supplier.
 */
public final class ActualsFiles {

    private static final String VISIT = "visit";
    private static final String SUPPLIER = "supplier";
    private static final String ORDER = "order";
    private static final String PLAN_LINE = "plan_line";
    private static final String ON = "on";
    private static final String MINUTES = "minutes";

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_MINUTES = 24 * 60;
    private static final CsvShape SHAPE =
            new CsvShape(Set.of(VISIT, SUPPLIER, ORDER, ON, MINUTES), Set.of(PLAN_LINE), 50_000, 200);

    private record Key(String supplier, String visit) {}

    private ActualsFiles() {}

    /** @throws FileUnreadable if it is not such a table at all, with the line at which that shows */
    public static ActualsFile read(byte[] bytes) throws FileUnreadable {
        CsvTable table = CsvFiles.read(bytes, SHAPE, MOST_BYTES);
        List<RejectedField> rejected = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        Map<Key, Long> seen = new HashMap<>();
        for (CsvRow row : table.rows()) {
            RowFields fields = new RowFields(row);
            Visit visit = visit(row, fields, seen);
            if (!table.fits(row)) {
                int columns = table.columns().size();
                fields.reject(
                        VISIT,
                        "wrong-width",
                        "The row has " + row.width() + " fields, and the header " + columns + ".");
            }
            rejected.addAll(fields.rejected());
            if (fields.isGood()) visits.add(visit);
        }
        return new ActualsFile(new SubmittedActuals(visits), rejected);
    }

    private static Visit visit(CsvRow row, RowFields fields, Map<Key, Long> seen) {
        String id = fields.code(VISIT);
        String supplier = fields.code(SUPPLIER);
        Long before = seen.putIfAbsent(new Key(supplier, id), row.line());
        if (before != null && fields.isGood()) {
            fields.reject(VISIT, "visit-twice", "The visit stands in line " + before + " already.");
        }
        String order = fields.code(ORDER);
        String planLine = fields.optionalCode(PLAN_LINE);
        var on = fields.date(ON);
        int minutes = fields.count(MINUTES);
        if (minutes > MOST_MINUTES) {
            fields.reject(MINUTES, "too-long", "minutes are those of one visit: at most " + MOST_MINUTES + ".");
        }
        return new Visit("line " + row.line(), id, supplier, order, planLine, on, minutes);
    }
}
