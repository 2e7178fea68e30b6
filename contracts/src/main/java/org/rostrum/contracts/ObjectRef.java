package org.rostrum.contracts;

import java.util.regex.Pattern;

/**
 * Large content by reference.
 *
 * @param bucket bucket that holds it
 * @param key its key there
 * @param sha256 fingerprint of the bytes, 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record ObjectRef(String bucket, String key, String sha256, long size) {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    public ObjectRef {
        if (!FINGERPRINT.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a fingerprint has 64 lower-case hexadecimal digits");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative");
        }
    }
}
