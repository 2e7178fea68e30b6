package org.rostrum.intake.adapter.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one key, for one purpose each. */
final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte END = 0;

    private final SecretKeySpec key;

    private Hmac(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** A key of its own for each purpose, so that no output for one can stand in for another. */
    static Hmac forPurpose(String masterKey, String purpose) {
        return new Hmac(new Hmac(utf8(masterKey)).of(utf8(purpose)));
    }

    /** Parts are separated: ("ab", "c") and ("a", "bc") differ. */
    byte[] of(String... parts) {
        var mac = begin();
        for (var part : parts) {
            mac.update(utf8(part));
            mac.update(END);
        }
        return mac.doFinal();
    }

    byte[] of(byte[] bytes) {
        return begin().doFinal(bytes);
    }

    private Mac begin() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
