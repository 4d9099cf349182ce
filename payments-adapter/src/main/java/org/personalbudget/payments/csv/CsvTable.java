package org.personalbudget.payments.csv;

import java.util.List;

/**
 * A whole table.
 *
 * @param columns as the header names them, in its order
 * @param rows in the order of the file; empty lines are left out
 */
public record CsvTable(List<String> columns, List<CsvRow> rows) {

    public CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether a row has as many fields as the header. */
    public boolean fits(CsvRow row) {
        return row.width() == columns.size();
    }
}
