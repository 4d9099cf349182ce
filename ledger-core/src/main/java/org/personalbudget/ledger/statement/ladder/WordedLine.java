package org.personalbudget.ledger.statement.ladder;

import java.util.Locale;
import org.personalbudget.ledger.statement.StatementLine;

/**
 * A line with its words, as far as the register still has them.
 *
 * @param words in upper case, words parted by single spaces; empty if there are none
 */
public record WordedLine(StatementLine line, String words) {

    public static WordedLine of(StatementLine line, String text) {
        return new WordedLine(
                line,
                text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", " ").strip());
    }

    /** Whether these words stand in it, as whole words. */
    boolean says(String mark) {
        return (" " + words + " ").contains(" " + mark + " ");
    }
}
