package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What filing sees of a text.
 *
 * @param language BCP 47, if recognised
 * @param stems counts of word stems
 * @param grams counts of character 4-grams
 * @param meaning the text as an encoder places it, of length 1; absent without an encoder, or where it cannot read the text
 */
@SuppressWarnings("ArrayRecordComponent") // copied when made, and compared by content
public record Features(
        @Nullable String language, Map<String, Integer> stems, Map<String, Integer> grams, float @Nullable [] meaning) {
    public Features {
        stems = Map.copyOf(stems);
        grams = Map.copyOf(grams);
        meaning = meaning == null ? null : meaning.clone();
    }

    /** A text that no encoder has read. */
    public static Features ofWords(@Nullable String language, Map<String, Integer> stems, Map<String, Integer> grams) {
        return new Features(language, stems, grams, null);
    }

    /** Tells it from others where holding on to all of it would take too much memory. */
    public record Mark(int stems, int grams, int meaning) {}

    public Mark mark() {
        return new Mark(stems.hashCode(), grams.hashCode(), Arrays.hashCode(meaning));
    }

    /** Whether an encoder has read it. */
    public boolean isUnderstood() {
        return meaning != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Features that
                && String.valueOf(language).equals(String.valueOf(that.language))
                && stems.equals(that.stems)
                && grams.equals(that.grams)
                && Arrays.equals(meaning, that.meaning);
    }

    @Override
    public int hashCode() {
        return 31 * stems.hashCode() + Arrays.hashCode(meaning);
    }

    /** Leaves the text out of logs. */
    @Override
    public String toString() {
        return "Features[" + stems.size() + " stems]";
    }
}
