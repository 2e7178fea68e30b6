package org.rostrum.processing.domain.filing.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item that passages can be filed under, as the organiser worded it.
 *
 * @param wordings one for each of the organiser's languages
 */
public record Question(List<Wording> wordings) {
    public Question {
        wordings = List.copyOf(wordings);
        if (wordings.isEmpty()) {
            throw new IllegalArgumentException("A question without a text cannot be compared with anything");
        }
    }

    /**
     * A question in one language.
     *
     * @param language BCP 47
     * @param own short title and text
     * @param context what stands above it, if anything does
     */
    public record Wording(
            String language, Features own, @Nullable Features context) {}
}
