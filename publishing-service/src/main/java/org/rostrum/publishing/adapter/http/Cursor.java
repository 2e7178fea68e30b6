package org.rostrum.publishing.adapter.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import org.rostrum.contracts.Reference;
import org.rostrum.publishing.domain.Position;

/** A place in the list of contributions, opaque to callers; it means the same however much arrives. */
final class Cursor {
    private Cursor() {}

    static String of(Position position) {
        var text = position.clearedAt() + " " + position.reference();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if nobody can have got this from us. */
    static Optional<Position> parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            if (space < 0) {
                return Optional.empty();
            }
            var instant = Instant.parse(text.substring(0, space));
            return Reference.parse(text.substring(space + 1)).map(reference -> new Position(instant, reference));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
