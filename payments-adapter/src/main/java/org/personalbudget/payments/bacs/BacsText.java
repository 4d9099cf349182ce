package org.personalbudget.payments.bacs;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as Bacs carries it: capital letters A to Z, digits, full stop, ampersand, oblique, hyphen and space.
 *
 * <p>A name is written with these letters as nearly as can be: accents are taken off, letters of their own are spelt
 * out (Æ as AE, ß as SS, Þ as TH, Ł as L), apostrophes go, dashes become hyphens, everything else becomes a space, and
 * several spaces become one. What is longer than its field loses its end.
 */
final class BacsText {

    private static final Pattern ALLOWED = Pattern.compile("[A-Z0-9.&/ -]*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019`\u00B4]");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
    private static final Pattern OTHERS = Pattern.compile("[^A-Z0-9.&/-]+");
    private static final Map<String, String> SPELT_OUT = Map.ofEntries(
            Map.entry("Æ", "AE"),
            Map.entry("Œ", "OE"),
            Map.entry("Ø", "O"),
            Map.entry("Ð", "D"),
            Map.entry("Đ", "D"),
            Map.entry("Þ", "TH"),
            Map.entry("Ł", "L"),
            Map.entry("Ħ", "H"),
            Map.entry("Ŧ", "T"),
            Map.entry("ẞ", "SS"),
            Map.entry("+", "&"));

    private BacsText() {}

    /** The name in Bacs' letters, at most that long, without spaces at its ends; empty if no letter is left. */
    static String name(String name, int length) {
        String text = name.toUpperCase(Locale.ROOT);
        for (var each : SPELT_OUT.entrySet()) text = text.replace(each.getKey(), each.getValue());
        text = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        text = APOSTROPHES.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
        text = DASHES.matcher(text).replaceAll("-");
        text = OTHERS.matcher(text).replaceAll(" ").strip();
        return text.length() <= length ? text : text.substring(0, length).strip();
    }

    /** Whether every character is one of Bacs'. */
    static boolean isAllowed(String text) {
        return ALLOWED.matcher(text).matches();
    }

    /** Left in its field, with spaces behind. */
    static String left(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** Right in its field, with zeros before. */
    static String digits(long number, int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    /** A space, two digits of the year, and the day of the year. */
    static String day(LocalDate day) {
        return " " + digits(day.getYear() % 100, 2) + digits(day.getDayOfYear(), 3);
    }
}
