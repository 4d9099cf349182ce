package org.personalbudget.ledger.kernel;

/**
 * A natural key claimed by an event; the ledger holds at most one claim of each.
 *
 * @param kind what is claimed, such as {@code supplier-ref}
 * @param value the claimed key
 */
public record UniqueTag(String kind, String value) {

    @Override
    public String toString() {
        return kind + "/" + value;
    }
}
