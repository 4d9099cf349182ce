package org.personalbudget.payments.ubl;

/**
 * A rule of the format that a document breaks.
 *
 * @param id as its publisher names it: {@code BR-CO-16} of EN 16931, {@code PEPPOL-EN16931-R120} of Peppol, or
 *     {@code cvc-complex-type.2.4.a} where the document is not even UBL by its schema
 * @param text the rule in its publisher's words
 * @param place where it is broken, such as {@code line 72, InvoiceLine[2]}
 */
public record RuleBroken(String id, String text, String place) {}
