package org.rostrum.platform.objectstore;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rule that keys obey in every variant of the store. */
final class Keys {
    private static final int MAX_BYTES = 1024;
    private static final List<String> REFUSED_SEGMENTS = List.of("", ".", "..");

    private Keys() {}

    static String require(String key) {
        if (key.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("An object key has at most 1,024 bytes.");
        }
        if (key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An object key has no control characters.");
        }
        if (List.of(key.split("/", -1)).stream().anyMatch(REFUSED_SEGMENTS::contains)) {
            throw new IllegalArgumentException("An object key is a relative path without empty, . or .. segments.");
        }
        return key;
    }
}
