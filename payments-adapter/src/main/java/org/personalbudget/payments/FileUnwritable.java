package org.personalbudget.payments;

/** Payments that a format has no room or no letters for. What was written of the file is not to be used. */
public final class FileUnwritable extends Exception {

    private final String place;
    private final String field;
    private final String detail;

    /**
     * @param place {@code file}, {@code payer}, or {@code order 12}
     * @param field what does not fit, as the format's own types name it, such as {@code payee}
     * @param detail a sentence that does not quote the field
     */
    public FileUnwritable(String place, String field, String detail) {
        this.place = place;
        this.field = field;
        this.detail = detail;
    }

    /** Where, what, and why, in one sentence. */
    @Override
    public String getMessage() {
        return place + ", " + field + ": " + detail;
    }

    public String place() {
        return place;
    }

    public String field() {
        return field;
    }

    /** Why, in a sentence that does not quote the field. */
    public String detail() {
        return detail;
    }
}
