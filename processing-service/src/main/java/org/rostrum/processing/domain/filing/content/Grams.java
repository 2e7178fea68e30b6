package org.rostrum.processing.domain.filing.content;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Character 4-grams: they bridge inflections, compounds and spelling in any script. */
public final class Grams {
    private static final int LENGTH = 4;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Grams() {}

    /** Counts of the 4-grams of each word, with its edges marked by spaces. */
    public static Map<String, Integer> of(String text) {
        Map<String, Integer> counts = new HashMap<>();
        String open = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        SPACES.splitAsStream(open.strip())
                .filter(word -> !word.isEmpty())
                .forEach(word -> add(" " + word + " ", counts));
        return counts;
    }

    private static void add(String word, Map<String, Integer> counts) {
        if (word.length() < LENGTH) {
            counts.merge(word, 1, Integer::sum);
        }
        for (int i = 0; i + LENGTH <= word.length(); i++) {
            counts.merge(word.substring(i, i + LENGTH), 1, Integer::sum);
        }
    }
}
