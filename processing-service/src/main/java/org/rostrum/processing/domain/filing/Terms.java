package org.rostrum.processing.domain.filing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    static Terms of(String text) {
        List<String> words = words(text);
        Map<String, Integer> wordCounts = new HashMap<>();
        words.forEach(word -> wordCounts.merge(word, 1, Integer::sum));
        return new Terms(wordCounts, grams(String.join(" ", words)));
    }

    /** In their order, folded; for scripts written without spaces, pairs of characters. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String folded = fold(VisibleText.in(text));
        int start = -1;
        for (int at = 0; at < folded.length(); at += Character.charCount(folded.codePointAt(at))) {
            int character = folded.codePointAt(at);
            if (start < 0) {
                start = beginsWord(character) ? at : -1;
            } else if (!beginsWord(character) && !isMark(character)) {
                addWord(folded.substring(start, at), words);
                start = -1;
            }
        }
        if (start >= 0) {
            addWord(folded.substring(start), words);
        }
        return words;
    }

    private static boolean beginsWord(int character) {
        return Character.isLetter(character) || Character.isDigit(character);
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    static String fold(String text) {
        String open = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(withoutOptionalMarks(open), Normalizer.Form.NFC);
    }

    private static CharSequence withoutOptionalMarks(String text) {
        StringBuilder without = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isOptionalMark(text.charAt(i))) {
                without.append(text.charAt(i));
            }
        }
        return without;
    }

    /** Latin, Greek and Cyrillic accents, and Arabic short vowels, which writers set or omit at will. */
    private static boolean isOptionalMark(char c) {
        return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x0652) || c == 0x0640;
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
