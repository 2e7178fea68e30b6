package org.rostrum.processing.adapter.pages;

import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What just succeeded, told once on the page that the browser was sent to.
 *
 * @param done which of our own actions it was
 * @param passage the passage that was moved; 0 for others
 */
record Flash(Done done, int passage) {
    static final String COOKIE = "rostrum-done";
    private static final Pattern FORM = Pattern.compile("([A-Z]{1,12})-([0-9]{1,6})");
    private static final int SECONDS_TO_ARRIVE = 20;

    enum Done {
        MOVED,
        CLEARED,
        WITHHELD,
        RECALLED,
        DISMISSED,
        RELEASED,
        JOINED,
        PARTED,
        PINNED,
        DROPPED,
        LEFT;

        String words() {
            return switch (this) {
                case MOVED -> "Moved. The filing is confirmed by you.";
                case CLEARED -> "Cleared for publication. It appears on the public site within seconds.";
                case WITHHELD -> "Withheld. The respondent reads your reason on the status page.";
                case RECALLED -> "Recalled. It is taken off the public site and waits for staff again.";
                case DISMISSED ->
                    "Dispute dismissed. The submission waits for your decision; it is not published by itself.";
                case RELEASED -> "Released. Its processing starts again now.";
                case JOINED -> "They belong to one campaign now. No machine parts them again.";
                case PARTED -> "They do not belong to one campaign. No machine puts them together again.";
                case PINNED -> "Pinned. It is a key passage until somebody takes that back.";
                case DROPPED -> "Dropped. These words are no key passage until somebody takes that back.";
                case LEFT -> "Left to the machine again.";
            };
        }
    }

    static Flash of(Done done) {
        return new Flash(done, 0);
    }

    /** Only words of our own can come out of the cookie, whoever wrote it. */
    static Optional<Flash> read(@Nullable String cookie) {
        var match = FORM.matcher(cookie == null ? "" : cookie);
        if (!match.matches()) {
            return Optional.empty();
        }
        for (var done : Done.values()) {
            if (done.name().equals(match.group(1))) {
                return Optional.of(new Flash(done, Integer.parseInt(match.group(2))));
            }
        }
        return Optional.empty();
    }

    NewCookie cookie(String path) {
        return cookie(path, done + "-" + passage, SECONDS_TO_ARRIVE);
    }

    static NewCookie spent(String path) {
        return cookie(path, "", 0);
    }

    private static NewCookie cookie(String path, String value, int maxAge) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(path)
                .maxAge(maxAge)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
