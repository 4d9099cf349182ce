package org.personalbudget.ledger.terms;

/** A merchant category code of four digits (ISO 18245). Codes have an order, so that a set of them has one JSON. */
public record MerchantCode(String value) implements Comparable<MerchantCode> {
    @Override
    public int compareTo(MerchantCode other) {
        return value.compareTo(other.value);
    }
}
