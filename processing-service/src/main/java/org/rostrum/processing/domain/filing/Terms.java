package org.rostrum.processing.domain.filing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.processing.domain.text.VisibleText;

/**
 * A text as counted features: words, and character 4-grams that bridge inflections and spelling.
 *
 * @param words counts by folded word; for scripts written without spaces, by pairs of characters
 * @param grams counts by 4-gram of the folded words joined by single spaces
 */
public record Terms(Map<String, Integer> words, Map<String, Integer> grams) {

    /** Four, as in the reference experiment (design/filing.md: 4-grams beat words and BM25 label-free). */
    private static final int GRAM = 4;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]*");
    /** Latin, Greek and Cyrillic accents, and Arabic short vowels, which writers set or omit at will. */
    private static final Pattern OPTIONAL_MARKS = Pattern.compile("[\\u0300-\\u036F\\u064B-\\u0652\\u0640]");

    static Terms of(String text) {
        List<String> words = words(text);
        Map<String, Integer> wordCounts = new HashMap<>();
        words.forEach(word -> wordCounts.merge(word, 1, Integer::sum));
        return new Terms(wordCounts, grams(String.join(" ", words)));
    }

    /** In their order, folded; for scripts written without spaces, pairs of characters. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(fold(VisibleText.in(text)));
        while (matcher.find()) {
            addWord(matcher.group(), words);
        }
        return words;
    }

    static String fold(String text) {
        String open = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(OPTIONAL_MARKS.matcher(open).replaceAll(""), Normalizer.Form.NFC);
    }

    private static void addWord(String run, List<String> words) {
        if (run.length() <= 2 || !Character.isIdeographic(run.codePointAt(0))) {
            words.add(run);
            return;
        }
        for (int i = 0; i + 2 <= run.length(); i++) {
            words.add(run.substring(i, i + 2));
        }
    }

    private static Map<String, Integer> grams(String joined) {
        Map<String, Integer> counts = new HashMap<>();
        String padded = " " + joined + " ";
        for (int i = 0; i + GRAM <= padded.length(); i++) {
            counts.merge(padded.substring(i, i + GRAM), 1, Integer::sum);
        }
        return counts;
    }
}
