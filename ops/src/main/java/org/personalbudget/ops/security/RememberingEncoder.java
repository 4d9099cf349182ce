package org.personalbudget.ops.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * bcrypt, asked once for each password that fits. HTTP Basic brings the password with every request, and a bcrypt for
 * every request would be most of the work of this service. What is remembered is a digest under a key that is drawn at
 * start and never leaves the process; a wrong password is never remembered and always costs a whole bcrypt.
 */
final class RememberingEncoder implements PasswordEncoder {

    private static final int MOST = 1_000;

    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(LEAST_COST);
    private final SecretKeySpec key;
    private final Map<String, Boolean> fitting = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    private static final int LEAST_COST = 10;

    RememberingEncoder() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return bcrypt.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) return false;
        String digest = digest(hash + " " + password);
        synchronized (fitting) {
            if (fitting.containsKey(digest)) return true;
        }
        if (!bcrypt.matches(password, hash)) return false;
        synchronized (fitting) {
            fitting.put(digest, true);
        }
        return true;
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
