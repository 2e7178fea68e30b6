package org.rostrum.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A consultation's stable name in URLs, topics and object keys: 3 to 64 of a-z, 0-9 and hyphens. */
public record ConsultationId(@JsonValue String value) implements Comparable<ConsultationId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}[a-z0-9]");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConsultationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a valid consultation id; it must match " + FORM.pattern());
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(ConsultationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
