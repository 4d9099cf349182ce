package org.personalbudget.ledger.terms;

import java.util.UUID;

/** The custody account of one deployment: public money until spent. */
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
