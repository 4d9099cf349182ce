package org.personalbudget.payments.csv;

/**
 * Why a row is not used.
 *
 * @param line where it starts in the file, from 1
 * @param field the column
 * @param rule the code of what is broken, such as {@code not-money}
 * @param reason in words, for whoever wrote the file; never what stands in the field
 */
public record RejectedField(long line, String field, String rule, String reason) {}
