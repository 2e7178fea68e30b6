package org.rostrum.processing.usecase;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import org.rostrum.contracts.Reference;

/** The last case of a page: the next page begins behind it, whatever arrived meanwhile. */
public record CaseCursor(Instant receivedAt, Reference reference) {

    /** As it travels in URLs. */
    public String token() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((receivedAt + " " + reference).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what is no cursor of ours. */
    public static Optional<CaseCursor> parse(String token) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 2);
            return parts.length == 2
                    ? Reference.parse(parts[1]).map(reference -> new CaseCursor(Instant.parse(parts[0]), reference))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
