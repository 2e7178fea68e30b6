package org.rostrum.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * A submission's reference that a person can read aloud: nine characters and a check character, printed {@code XXXXX-XXXXX}.
 *
 * <p>The alphabet has 31 characters (no 0, 1, I, L, O). 31 is prime and the check is a weighted sum modulo 31, so every
 * single wrong character and every swap of two characters is found.
 */
public record Reference(@JsonValue String value) implements Comparable<Reference> {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int DATA_LENGTH = 9;
    private static final BigInteger RADIX = BigInteger.valueOf(ALPHABET.length());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Reference {
        value = normalise(value);
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a valid reference; it looks like 7K3QX-9MPAD, and one character of"
                    + " this one is missing or mistyped");
        }
    }

    /** The reference as a person typed it: any case, with or without hyphens and spaces; empty if it is mistyped. */
    public static Optional<Reference> parse(String typed) {
        var normal = normalise(typed);
        return isWellFormed(normal) ? Optional.of(new Reference(normal)) : Optional.empty();
    }

    /** A reference made of at least 8 bytes of a digest; equal bytes give equal references. */
    public static Reference fromDigest(byte[] digest) {
        if (digest.length < 8) {
            throw new IllegalArgumentException("a reference needs at least 8 bytes");
        }
        var rest = new BigInteger(1, digest);
        var data = new StringBuilder(DATA_LENGTH + 2);
        for (int i = 0; i < DATA_LENGTH; i++) {
            var parts = rest.divideAndRemainder(RADIX);
            data.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        data.append(check(data));
        return new Reference(data.toString());
    }

    private static String normalise(String typed) {
        var bare = typed.replaceAll("[\\s\\u2010-\\u2015-]", "").toUpperCase(Locale.ROOT);
        return bare.length() == DATA_LENGTH + 1 ? bare.substring(0, 5) + "-" + bare.substring(5) : bare;
    }

    private static boolean isWellFormed(String normal) {
        var bare = normal.replace("-", "");
        return bare.length() == DATA_LENGTH + 1
                && bare.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && check(bare.substring(0, DATA_LENGTH)) == bare.charAt(DATA_LENGTH);
    }

    private static char check(CharSequence data) {
        int sum = 0;
        for (int i = 0; i < DATA_LENGTH; i++) {
            sum += (i + 2) * ALPHABET.indexOf(data.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    @Override
    public int compareTo(Reference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
