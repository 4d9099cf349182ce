package org.personalbudget.payments;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One account under one name, however a file writes it. */
public final class AccountNumbers {

    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9]");
    /** The bank's four letters follow from the sort code. */
    private static final Pattern BRITISH_IBAN = Pattern.compile("GB[0-9]{2}[A-Z]{4}([0-9]{14})");

    private AccountNumbers() {}

    /**
     * Letters and digits only, in capitals; an IBAN of the United Kingdom becomes the sort code and the account number
     * that are in it.
     */
    public static String plain(String text) {
        String plain = OTHERS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        Matcher iban = BRITISH_IBAN.matcher(plain);
        return iban.matches() ? iban.group(1) : plain;
    }
}
