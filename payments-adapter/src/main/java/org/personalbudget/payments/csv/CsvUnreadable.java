package org.personalbudget.payments.csv;

/** A file that is not a table of the expected shape. Nothing of it is used. */
public final class CsvUnreadable extends Exception {

    /** What is wrong with it. */
    public enum Fault {
        EMPTY,
        NOT_UTF_8,
        NOT_CSV,
        FIELD_TOO_LONG,
        TOO_MANY_ROWS,
        UNKNOWN_COLUMN,
        COLUMN_TWICE,
        COLUMN_MISSING
    }

    private final Fault fault;
    private final long line;
    private final String detail;

    CsvUnreadable(Fault fault, long line, String detail) {
        super(fault + " in line " + line + ": " + detail);
        this.fault = fault;
        this.line = line;
        this.detail = detail;
    }

    public Fault fault() {
        return fault;
    }

    /** Where it was found, from 1. */
    public long line() {
        return line;
    }

    /** A sentence for whoever made the file. Never what stands in a field. */
    public String detail() {
        return detail;
    }
}
