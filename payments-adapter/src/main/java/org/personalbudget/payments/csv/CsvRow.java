package org.personalbudget.payments.csv;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param line where it starts in the file, from 1; the header is line 1
 * @param width how many fields it has; another number than the header has means that something is in the wrong place
 * @param fields by column, as written; what is empty is not there
 */
public record CsvRow(long line, int width, Map<String, String> fields) {

    public CsvRow {
        fields = Map.copyOf(fields);
    }

    /** What is written in a column, or null where nothing is. */
    public @Nullable String get(String column) {
        return fields.get(column);
    }
}
