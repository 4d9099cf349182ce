package org.personalbudget.ledger.terms;

/** A merchant category code of four digits (ISO 18245). */
public record MerchantCode(String value) {
    @Override
    public String toString() {
        return value;
    }
}
