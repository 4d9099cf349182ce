package org.personalbudget.ledger.terms;

import java.util.Locale;
import java.util.regex.Pattern;

/** A supplier's own number of an invoice, as written on it. */
public record InvoiceNumber(String value) {

    private static final Pattern PREFIX = Pattern.compile("^(INVOICE|INV|NO)+");

    /**
     * The number as duplicates are found by: upper case, without the prefixes INV, INVOICE and NO, without anything but
     * letters and digits, without leading zeros. A number of which nothing would be left keeps its letters and digits.
     */
    public String normalised() {
        String plain = value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String bare = PREFIX.matcher(plain).replaceFirst("").replaceFirst("^0+", "");
        return bare.isEmpty() ? plain : bare;
    }

    @Override
    public String toString() {
        return value;
    }
}
