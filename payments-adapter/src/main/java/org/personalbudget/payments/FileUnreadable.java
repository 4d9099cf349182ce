package org.personalbudget.payments;

import java.util.Locale;

/** A file that is not what it should be. Nothing of it is used. */
public final class FileUnreadable extends Exception {

    /** What is wrong with it. */
    public enum Fault {
        /** There is nothing in it. */
        EMPTY,
        /** It has more bytes, elements, lines or characters in a field than any such file has. */
        TOO_LARGE,
        /** Elements stand inside elements deeper than any such file has. */
        TOO_DEEP,
        /** Its bytes are no text in the encoding that it should have. */
        ENCODING,
        /** It ends before its end. */
        TRUNCATED,
        /** It breaks the rules of XML, CSV or JSON. */
        MALFORMED,
        /** It declares a document type or refers to entities. */
        DOCTYPE,
        /** It is another kind of file, or a version that is not read. */
        UNKNOWN_FORMAT,
        /** Something that has to be there is not. */
        MISSING,
        /** Something stands where it may not stand, or stands twice. */
        ORDER,
        /** A date, amount or code is not one. */
        BAD_VALUE,
        /** An amount is not in pounds sterling. */
        CURRENCY,
        /** Its own totals or balances do not agree with its lines. */
        OUT_OF_BALANCE;

        /** As an answer to a request names it, such as {@code too-large}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Fault fault;
    private final String place;
    private final String detail;

    public FileUnreadable(Fault fault, String place, String detail) {
        super(fault + " at " + place + ": " + detail);
        this.fault = fault;
        this.place = place;
        this.detail = detail;
    }

    public Fault fault() {
        return fault;
    }

    /** Where it was found, such as {@code line 12} or {@code line 12, Stmt[1]/Ntry[3]/Amt}. */
    public String place() {
        return place;
    }

    /** A sentence for whoever made the file. Never the words of a field, which may name people. */
    public String detail() {
        return detail;
    }
}
