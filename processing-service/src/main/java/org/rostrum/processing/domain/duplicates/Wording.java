package org.rostrum.processing.domain.duplicates;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.domain.filing.Terms;

/** What a submission says in all its texts, whoever says it: submissions of one template have one wording. */
public final class Wording {
    private final List<Part> parts;
    private final String hash;
    private @Nullable Shingles said;

    /**
     * One text.
     *
     * @param place where it was written: an item's number, or a word for what has none
     */
    public record Part(String place, String text, Slotted slotted) {
        @Override
        public String toString() {
            return "Part[" + place + ", " + text.length() + " characters]";
        }
    }

    private Wording(List<Part> parts, String hash) {
        this.parts = parts;
        this.hash = hash;
    }

    public static Wording of(List<Part> parts) {
        return new Wording(
                List.copyOf(parts),
                ContentHash.of(parts.stream()
                        .map(part -> part.place() + " " + part.slotted().hash())
                        .collect(Collectors.joining("\n"))));
    }

    /** 64 hexadecimal digits. */
    public String hash() {
        return hash;
    }

    public boolean isWordless() {
        return parts.stream().allMatch(part -> part.slotted().isWordless());
    }

    /** What it says without what its round asked. */
    public Shingles runs(Shingles asked) {
        var all = said;
        if (all == null) {
            all = Shingles.of(parts.stream()
                    .flatMap(part -> Terms.words(part.text()).stream())
                    .toList());
            said = all;
        }
        return all.without(asked);
    }

    /** Leaves the text out of logs. */
    @Override
    public String toString() {
        return "Wording[" + hash + "]";
    }
}
