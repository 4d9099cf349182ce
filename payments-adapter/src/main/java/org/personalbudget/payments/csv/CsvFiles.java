package org.personalbudget.payments.csv;

import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;

/** Tables among the other files that are handed in: unreadable in the same words. */
public final class CsvFiles {

    private CsvFiles() {}

    /**
     * Reads a file that is one table.
     *
     * @param mostBytes how large it may be
     * @throws FileUnreadable if it is not such a table, with the line at which that shows
     */
    public static CsvTable read(byte[] bytes, CsvShape shape, int mostBytes) throws FileUnreadable {
        if (bytes.length > mostBytes) {
            throw new FileUnreadable(Fault.TOO_LARGE, "line 1", "Such a file has at most " + mostBytes + " bytes.");
        }
        try {
            return CsvTables.read(bytes, shape);
        } catch (CsvUnreadable no) {
            throw new FileUnreadable(faultOf(no.fault()), "line " + no.line(), no.detail());
        }
    }

    private static Fault faultOf(CsvUnreadable.Fault fault) {
        return switch (fault) {
            case EMPTY -> Fault.EMPTY;
            case NOT_UTF_8 -> Fault.ENCODING;
            case NOT_CSV -> Fault.MALFORMED;
            case FIELD_TOO_LONG, TOO_MANY_ROWS -> Fault.TOO_LARGE;
            case UNKNOWN_COLUMN -> Fault.UNKNOWN_FORMAT;
            case COLUMN_TWICE -> Fault.ORDER;
            case COLUMN_MISSING -> Fault.MISSING;
        };
    }
}
