package org.rostrum.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The printed number of an item, stable across translations and drafts, such as {@code 2}, {@code 2.e} or {@code 2.8.1.2.a}. */
public record ItemNumber(@JsonValue String value) implements Comparable<ItemNumber> {
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{1,8}(?:\\.[0-9A-Za-z]{1,8}){0,7}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a valid item number; it must match " + FORM.pattern());
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(ItemNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
