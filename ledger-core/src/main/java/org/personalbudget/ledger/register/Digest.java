package org.personalbudget.ledger.register;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed digest of words: HMAC-SHA-256 (RFC 2104) in hexadecimal. It proves which words a note was made of to whoever
 * has them and the key; without the key, short words cannot be found by trying.
 */
public final class Digest {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final Mac prototype;

    /** @throws IllegalArgumentException if the key is shorter than 32 bytes */
    public Digest(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("the register's key has at least 32 bytes, not " + key.length);
        }
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The digest of some words. */
    public String of(String words) {
        try {
            // Finding an algorithm and keying it takes longer than a digest does.
            Mac mac = (Mac) prototype.clone();
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be copied", e);
        }
    }
}
