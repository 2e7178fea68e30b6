package org.rostrum.processing.usecase;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What filing sees of texts where neither an encoder nor an analyser is at hand: words as they are. */
public final class TestFeatures {
    public static final Encoder NO_ENCODER = new Encoder() {
        @Override
        public String version() {
            return "none";
        }

        @Override
        public int dimension() {
            return 0;
        }

        @Override
        public List<float[]> encode(List<String> texts, Role role) {
            throw new IllegalStateException("there is none");
        }
    };

    public static final DescribeTexts DESCRIBE = new DescribeTexts(NO_ENCODER, TestFeatures::words);

    private TestFeatures() {}

    public static Map<String, Integer> words(String text, @Nullable String language) {
        Map<String, Integer> counts = new HashMap<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+", -1)) {
            counts.merge(word, 1, Integer::sum);
        }
        return counts;
    }
}
