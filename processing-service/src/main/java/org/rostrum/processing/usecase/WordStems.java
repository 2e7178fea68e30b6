package org.rostrum.processing.usecase;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reduces words to their stems, as their language asks. */
public interface WordStems {

    /**
     * Counts of the stems of a text.
     *
     * @param language BCP 47, if recognised
     */
    Map<String, Integer> of(String text, @Nullable String language);
}
