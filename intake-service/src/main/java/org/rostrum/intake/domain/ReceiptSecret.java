package org.rostrum.intake.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * What a respondent needs, beside the reference, to see how far a submission has come: 24 characters that can be typed from
 * paper (no 0, 1, I, L, O), printed in groups of six. About 118 bits.
 */
public record ReceiptSecret(String value) {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 24;

    /** From a digest of at least 24 bytes. A byte modulo 31 favours eight letters by 1/256: of no use to a guesser. */
    public static ReceiptSecret fromDigest(byte[] digest) {
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 6 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(Byte.toUnsignedInt(digest[i]) % ALPHABET.length()));
        }
        return new ReceiptSecret(text.toString());
    }

    /** Compares in constant time what somebody typed, in any case, with or without hyphens and spaces. */
    public boolean matches(String typed) {
        return MessageDigest.isEqual(bytes(value), bytes(typed));
    }

    private static byte[] bytes(String text) {
        return text.replaceAll("[\\s\\u2010-\\u2015-]", "")
                .toUpperCase(Locale.ROOT)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ReceiptSecret[not shown]";
    }
}
