package org.personalbudget.ledger.statement;

/**
 * A keyed digest of something a statement line says: the same words under the same key are the same digest, and nobody
 * finds the words behind it. The first half of an HMAC-SHA-256, in hexadecimal.
 */
public record LineDigest(String value) {
    @Override
    public String toString() {
        return value;
    }
}
