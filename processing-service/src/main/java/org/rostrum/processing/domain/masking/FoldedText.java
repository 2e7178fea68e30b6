package org.rostrum.processing.domain.masking;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.rostrum.processing.domain.text.Span;

/**
 * A text without what hides a word from a search: case, accents, compatibility forms, invisible characters, and the choice
 * of white space, apostrophe and hyphen. Knows where each of its characters stood.
 */
final class FoldedText {
    private final StringBuilder folded = new StringBuilder();
    private int[] starts;
    private int[] ends;

    private FoldedText(int capacity) {
        this.starts = new int[capacity];
        this.ends = new int[capacity];
    }

    static FoldedText of(String text) {
        var result = new FoldedText(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            result.take(codePoint, at, next);
            at = next;
        }
        return result;
    }

    static String fold(String text) {
        return of(text).text().strip();
    }

    private void take(int codePoint, int start, int end) {
        if (codePoint < 0x80) {
            append(Character.toLowerCase((char) codePoint), start, end);
            return;
        }
        var decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT) // sharp s and final sigma have one upper case
                .toLowerCase(Locale.ROOT);
        boolean vanished = true;
        for (int at = 0; at < decomposed.length(); ) {
            int part = decomposed.codePointAt(at);
            at += Character.charCount(part);
            if (!isIgnored(part)) {
                for (char c : Character.toChars(part)) {
                    append(c, start, end);
                }
                vanished = false;
            }
        }
        if (vanished) {
            stretchLast(end);
        }
    }

    /** A mark or an invisible character belongs to what it follows. */
    private void stretchLast(int end) {
        if (!folded.isEmpty()) {
            ends[folded.length() - 1] = end;
        }
    }

    private void append(char original, int start, int end) {
        char c = unified(original);
        boolean repeatedSpace = c == ' ' && !folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ';
        if (repeatedSpace) {
            stretchLast(end);
            return;
        }
        if (folded.length() == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        starts[folded.length()] = start;
        ends[folded.length()] = end;
        folded.append(c);
    }

    private static boolean isIgnored(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT || codePoint == 0x0640; // tatweel
    }

    private static char unified(char c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        return switch (c) {
            case '`', '\u2018', '\u2019', '\u02BC', '\u00B4' -> '\'';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            default -> c;
        };
    }

    String text() {
        return folded.toString();
    }

    /** The span of the original text for a non-empty span of the folded one. */
    Span original(int start, int end) {
        return new Span(starts[start], ends[end - 1]);
    }
}
