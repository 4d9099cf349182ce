package org.personalbudget.ops.http.view;

/**
 * Which part of a list is wanted.
 *
 * @param after the cursor: items beyond it; 0 starts at the beginning
 * @param limit how many at most
 */
public record Page(long after, int limit) {

    static final int USUAL = 100;
    static final int MOST = 1_000;
}
