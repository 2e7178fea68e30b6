package org.rostrum.processing.domain.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.domain.text.Span;

/**
 * A normalised text as words and what stands between them, in which the names of its respondent are slots. Two texts that
 * differ only in capitals and in the names that fill their slots have the same hash, and a place in one has its counterpart in
 * the other.
 */
public final class Slotted {
    private static final char END = '\u0001';
    private static final char SLOT = '\u0002';

    /** Where each word or slot begins and ends, in turn. */
    private final int[] bounds;

    private final String hash;

    private Slotted(int[] bounds, String hash) {
        this.bounds = bounds;
        this.hash = hash;
    }

    private record Word(int start, int end, String folded, boolean capital) {}

    public static Slotted of(String text, Names names) {
        var words = wordsIn(text);
        var bounds = new ArrayList<Integer>();
        var key = new StringBuilder(text.length() + words.size() + 1);
        int from = 0;
        boolean inSlot = false;
        for (int i = 0; i < words.size(); ) {
            int taken = filled(text, words, i, names, inSlot);
            var first = words.get(i);
            var last = words.get(i + Math.max(1, taken) - 1);
            if (taken > 0 && inSlot && isWithinName(text, from, first.start())) {
                bounds.set(bounds.size() - 1, last.end());
            } else {
                key.append(text, from, first.start());
                key.append(taken > 0 ? String.valueOf(SLOT) : first.folded()).append(END);
                bounds.add(first.start());
                bounds.add(last.end());
            }
            inSlot = taken > 0;
            from = last.end();
            i += Math.max(1, taken);
        }
        key.append(text, from, text.length());
        return new Slotted(bounds.stream().mapToInt(Integer::intValue).toArray(), ContentHash.of(key.toString()));
    }

    /** The text as everybody wrote it who copied it: what fills the slots is left out. */
    public static String withoutNames(String text, Names names) {
        if (names.equals(Names.NONE)) {
            return text;
        }
        var words = wordsIn(text);
        var left = new StringBuilder(text.length());
        int from = 0;
        boolean inSlot = false;
        for (int i = 0; i < words.size(); ) {
            int taken = filled(text, words, i, names, inSlot);
            if (taken > 0) {
                int start = words.get(i).start();
                left.append(text, from, inSlot && isWithinName(text, from, start) ? from : start);
                from = words.get(i + taken - 1).end();
            }
            inSlot = taken > 0;
            i += Math.max(1, taken);
        }
        return left.append(text, from, text.length()).toString();
    }

    /** How many words from there on fill a slot; 0 if none. */
    private static int filled(String text, List<Word> words, int at, Names names, boolean inSlot) {
        int longest = 0;
        for (List<String> phrase : names.phrases()) {
            if (phrase.size() > longest && stands(text, words, at, phrase)) {
                longest = phrase.size();
            }
        }
        if (longest > 0) {
            return longest;
        }
        var word = words.get(at);
        return names.words().contains(word.folded()) && (word.capital() || inSlot) ? 1 : 0;
    }

    private static boolean stands(String text, List<Word> words, int at, List<String> phrase) {
        if (at + phrase.size() > words.size() || !words.get(at).capital()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            boolean broken = i > 0
                    && text.substring(
                                    words.get(at + i - 1).end(),
                                    words.get(at + i).start())
                            .contains("\n");
            if (broken || !words.get(at + i).folded().equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithinName(String text, int from, int to) {
        return switch (text.substring(from, to)) {
            case " ", "-", ", ", "'", "\u2019", ". " -> true;
            default -> false;
        };
    }

    static List<String> words(String text) {
        return wordsIn(text).stream().map(Word::folded).toList();
    }

    private static List<Word> wordsIn(String text) {
        var words = new ArrayList<Word>();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && isOfWord(text.charAt(at))) {
                at++;
            }
            if (at > start) {
                var word = text.substring(start, at);
                char first = word.charAt(0);
                // Scripts without capitals have nothing to tell a name by.
                words.add(new Word(start, at, word.toLowerCase(Locale.ROOT), !Character.isLowerCase(first)));
            } else {
                at++;
            }
        }
        return words;
    }

    /** Surrogates count as letters, so that no character is cut in two. */
    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** 64 hexadecimal digits. */
    public String hash() {
        return hash;
    }

    public boolean isWordless() {
        return bounds.length == 0;
    }

    /** The counterpart, in a text of the same hash, of a span of this one. */
    public Span in(Slotted copy, Span mine) {
        if (!hash.equals(copy.hash)) {
            throw new IllegalArgumentException("these are not copies of one another");
        }
        return new Span(moved(copy, mine.start()), moved(copy, mine.end()));
    }

    private int moved(Slotted copy, int offset) {
        int found = Arrays.binarySearch(bounds, offset);
        int passed = found >= 0 ? found + 1 : -found - 1;
        if (passed == 0) {
            return offset;
        }
        return copy.bounds[passed - 1] + offset - bounds[passed - 1];
    }
}
