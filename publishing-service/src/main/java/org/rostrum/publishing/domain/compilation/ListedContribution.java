package org.rostrum.publishing.domain.compilation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionFlag;

/**
 * One line of the list of contributors; an anonymous one has nothing but its group.
 *
 * @param country UN name
 * @param received date of receipt as printed, in the consultation's zone
 * @param passages how many passages it has
 * @param summary the contribution in the contributor's own few words
 * @param flags late or in grace, if it was
 */
public record ListedContribution(
        Reference reference,
        int version,
        Instant receivedAt,
        String received,
        boolean anonymous,
        @Nullable String name,
        @Nullable String organisation,
        @Nullable String onBehalfOf,
        @Nullable String country,
        @Nullable String stakeholderGroup,
        @Nullable String language,
        int passages,
        @Nullable String summary,
        List<SubmissionFlag> flags) {

    public ListedContribution {
        flags = Absent.list(flags);
    }

    /** When it was received, and whether that was late or only just in time. */
    public String arrival() {
        return received + Wording.arrival(flags);
    }

    /** Who it is from, in a few words: the head of each of its passages. */
    public String source() {
        if (anonymous) {
            return Optional.ofNullable(stakeholderGroup)
                    .map(group -> "Anonymous (" + group + ")")
                    .orElse("Anonymous");
        }
        var named = Stream.of(organisation, name, onBehalfOf == null ? null : "on behalf of " + onBehalfOf, country)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "Name not stated" : named;
    }

    /** Who it is from without the country, which has its own column in the list. */
    public String contributor() {
        if (anonymous) {
            return source();
        }
        var named = Stream.of(organisation, name, onBehalfOf == null ? null : "on behalf of " + onBehalfOf)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "Name not stated" : named;
    }
}
