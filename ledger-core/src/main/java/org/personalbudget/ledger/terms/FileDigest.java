package org.personalbudget.ledger.terms;

/** SHA-256 of a file's bytes, in hexadecimal: the same digest is the same file. */
public record FileDigest(String value) {
    @Override
    public String toString() {
        return value;
    }
}
