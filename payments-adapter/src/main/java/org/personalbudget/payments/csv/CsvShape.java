package org.personalbudget.payments.csv;

import java.util.Set;

/**
 * What a table may look like. The order of its columns is the file's own.
 *
 * @param required columns that have to be there
 * @param optional columns that may be there
 * @param mostRows how many rows it may have
 * @param longestField how many characters a field may have
 */
public record CsvShape(Set<String> required, Set<String> optional, int mostRows, int longestField) {

    public CsvShape {
        required = Set.copyOf(required);
        optional = Set.copyOf(optional);
    }

    boolean knows(String column) {
        return required.contains(column) || optional.contains(column);
    }
}
