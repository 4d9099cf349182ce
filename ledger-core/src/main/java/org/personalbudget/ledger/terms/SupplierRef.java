package org.personalbudget.ledger.terms;

/** The council's own reference of a supplier. */
public record SupplierRef(String value) {
    @Override
    public String toString() {
        return value;
    }
}
