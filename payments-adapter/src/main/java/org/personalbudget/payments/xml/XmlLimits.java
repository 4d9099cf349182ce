package org.personalbudget.payments.xml;

/**
 * How much a file may hold. Whatever has more is refused before it is kept.
 *
 * @param bytes in the whole file
 * @param depth elements that stand inside each other, the root included
 * @param elements in the whole file
 * @param characters in the text of one element, or in one attribute
 */
public record XmlLimits(int bytes, int depth, int elements, int characters) {

    /** A statement of more than 100,000 lines, of which a bank writes 600 to 1,000 bytes and 25 to 50 elements each. */
    public static final XmlLimits BANK_FILE = new XmlLimits(256 << 20, 24, 12_000_000, 4_000);
}
