package org.rostrum.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Derived from consultation and idempotency key: key version, a hyphen, 32 hexadecimal digits. */
public record SubmissionId(@JsonValue String value) implements Comparable<SubmissionId> {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,4}-[0-9a-f]{32}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SubmissionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a valid submission id; it must match " + FORM.pattern());
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(SubmissionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
