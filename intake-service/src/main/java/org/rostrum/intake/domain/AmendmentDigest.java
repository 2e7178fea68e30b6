package org.rostrum.intake.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises an amendment: by its Idempotency-Key, and by what was sent under it. It stands in the manifest in the place of
 * the request digest.
 *
 * @param key HMAC of submission and key, 32 hexadecimal digits
 * @param request HMAC of what was sent, 32 hexadecimal digits
 */
public record AmendmentDigest(String key, String request) {
    private static final Pattern HALF = Pattern.compile("[0-9a-f]{32}");

    public AmendmentDigest {
        if (!HALF.matcher(key).matches() || !HALF.matcher(request).matches()) {
            throw new IllegalArgumentException("each half of an amendment's digest has 32 hexadecimal digits");
        }
    }

    /** As it stands in a manifest of version 2 or later; empty if that is none. */
    public static Optional<AmendmentDigest> parse(String text) {
        return text.matches("[0-9a-f]{64}")
                ? Optional.of(new AmendmentDigest(text.substring(0, 32), text.substring(32)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return key + request;
    }
}
