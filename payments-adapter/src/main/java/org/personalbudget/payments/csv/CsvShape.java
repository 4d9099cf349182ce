package org.personalbudget.payments.csv;

import java.util.Set;

/**
 * What a table may look like. The order of its columns is the file's own.
 *
 * @param required columns that have to be there
 * @param optional columns that may be there
 * @param mostRows how many rows it may have
 * @param longestField how many characters a field may have
 * @param othersAllowed whether there may be columns that nobody knows, and nobody reads
 * @param separator what stands between two fields
 * @param preamble how many lines of other things may stand before the header, which is then the first line that has all
 *     required columns
 */
public record CsvShape(
        Set<String> required,
        Set<String> optional,
        int mostRows,
        int longestField,
        boolean othersAllowed,
        char separator,
        int preamble) {

    public CsvShape {
        required = Set.copyOf(required);
        optional = Set.copyOf(optional);
    }

    /** A table without any column that is not known. */
    public CsvShape(Set<String> required, Set<String> optional, int mostRows, int longestField) {
        this(required, optional, mostRows, longestField, false, ',', 0);
    }

    boolean knows(String column) {
        return othersAllowed || required.contains(column) || optional.contains(column);
    }
}
