package org.rostrum.intake.domain;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Opens one draft: 24 random bytes in base64url, in the draft's link and nowhere else. Whoever has it can read, change and
 * send the draft; without it nobody can, for the draft's key follows from it.
 */
public record DraftToken(String value) {
    public static final int BYTES = 24;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");

    public DraftToken {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a draft's token has 32 characters of base64url");
        }
    }

    /** From that many random bytes. */
    public static DraftToken of(byte[] random) {
        return new DraftToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    public static Optional<DraftToken> parse(String given) {
        return FORM.matcher(given).matches() ? Optional.of(new DraftToken(given)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "DraftToken[not shown]";
    }
}
