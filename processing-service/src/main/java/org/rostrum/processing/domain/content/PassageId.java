package org.rostrum.processing.domain.content;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a passage is named: version and ordinal, {@code 1-12}. It never changes, and an old page moves nothing of a new
 * version.
 */
public record PassageId(int version, int ordinal) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})-([1-9][0-9]{0,5})");

    public PassageId {
        if (version < 1 || ordinal < 1) {
            throw new IllegalArgumentException("versions and passages count from 1");
        }
    }

    /** Empty for what names no passage. */
    public static Optional<PassageId> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new PassageId(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return version + "-" + ordinal;
    }
}
