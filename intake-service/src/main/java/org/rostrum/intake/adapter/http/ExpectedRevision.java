package org.rostrum.intake.adapter.http;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.platform.problem.Problem;

/** The revision that a manager looked at, in {@code If-Match} (RFC 9110, 13.1.1) as {@code "7"}. */
final class ExpectedRevision {
    private static final Pattern FORM = Pattern.compile("\"?([0-9]{1,9})\"?");

    private ExpectedRevision() {}

    /** {@code "*"} and nothing mean that whatever stands is fine; 0 means that there must be none. */
    static OptionalInt parse(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return OptionalInt.empty();
        }
        var match = FORM.matcher(header.strip());
        if (!match.matches()) {
            throw Problem.of(400, "wrong-if-match", "If-Match must be the number of a revision, such as \"7\"")
                    .kept("Nothing was changed.")
                    .next("Take it from the member revision of the consultation.")
                    .asException();
        }
        return OptionalInt.of(Integer.parseInt(match.group(1)));
    }
}
