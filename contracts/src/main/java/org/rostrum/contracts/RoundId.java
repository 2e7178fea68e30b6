package org.rostrum.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A round's name, unique within its consultation: 1 to 64 of a-z, 0-9 and hyphens. */
public record RoundId(@JsonValue String value) implements Comparable<RoundId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoundId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a valid round id; it must match " + FORM.pattern());
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(RoundId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
