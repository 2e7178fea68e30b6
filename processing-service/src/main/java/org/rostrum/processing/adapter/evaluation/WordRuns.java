package org.rostrum.processing.adapter.evaluation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The different runs of four words of a text, whatever its spaces, signs, capitals, ligatures and hyphens, at line ends or not. */
record WordRuns(Set<String> runs) {
    private static final int LENGTH = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})[-\\u2010\\u00AD]\\s*(?=\\p{L})");

    static WordRuns of(String text) {
        var folded = HYPHEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        WORD.matcher(folded).results().forEach(word -> words.add(word.group()));
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + LENGTH <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + LENGTH)));
        }
        return new WordRuns(runs);
    }

    int count() {
        return runs.size();
    }

    /** How many of these are in another text, too. */
    int foundIn(WordRuns other) {
        return (int) runs.stream().filter(other.runs::contains).count();
    }
}
