package org.rostrum.intake.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sender's own name for one act of sending, so that repeating it is safe: 8 to 200 visible ASCII characters, bare or as
 * a structured-field string in quotation marks (draft-ietf-httpapi-idempotency-key-header; RFC 8941, 3.3.3). Whoever knows it
 * can fetch the receipt, so it is never logged.
 */
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[!-~]{8,200}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a key has 8 to 200 visible ASCII characters");
        }
    }

    /** The key as a header carries it; empty if it is malformed. */
    public static Optional<IdempotencyKey> parse(String header) {
        var trimmed = header.strip();
        var bare = isQuoted(trimmed) ? unquoted(trimmed) : trimmed;
        return FORM.matcher(bare).matches() ? Optional.of(new IdempotencyKey(bare)) : Optional.empty();
    }

    private static boolean isQuoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replaceAll("\\\\([\"\\\\])", "$1");
    }

    @Override
    public String toString() {
        return "IdempotencyKey[not shown]";
    }
}
