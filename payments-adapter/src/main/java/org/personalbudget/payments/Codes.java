package org.personalbudget.payments;

import java.util.regex.Pattern;

/** What references may look like, whatever file they come in: nothing that could carry a sentence or a person's name. */
public final class Codes {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
    private static final Pattern INVOICE_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./_#:-]{0,63}");

    private Codes() {}

    /** A reference to a supplier, an order, a plan line or a visit. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** A number as suppliers number their invoices. */
    public static boolean isInvoiceNumber(String text) {
        return INVOICE_NUMBER.matcher(text).matches();
    }
}
