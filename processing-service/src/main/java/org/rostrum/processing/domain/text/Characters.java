package org.rostrum.processing.domain.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Character-level normalisation. */
final class Characters {

    private static final int SOFT_HYPHEN = 0xAD;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int REPLACEMENT = 0xFFFD;

    private Characters() {}

    /** NFC, white space collapsed and trimmed, invisible debris removed; lone surrogates become U+FFFD. */
    static String normalise(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        boolean spaceIsDue = false;
        for (int i = 0; i < raw.length(); i += Character.charCount(raw.codePointAt(i))) {
            int c = raw.codePointAt(i);
            if (isWhite(c)) {
                spaceIsDue = !kept.isEmpty();
            } else if (!isDebris(c)) {
                if (spaceIsDue) {
                    kept.append(' ');
                    spaceIsDue = false;
                }
                kept.appendCodePoint(isLoneSurrogate(c) ? REPLACEMENT : c);
            }
        }
        return Normalizer.normalize(plainLetters(kept), Normalizer.Form.NFC);
    }

    /** Each cell on its own; one tab between two, also where they are empty. */
    static String normaliseCells(String row) {
        return Arrays.stream(row.split("\t", -1)).map(Characters::normalise).collect(Collectors.joining("\t"));
    }

    /** Forms that printing chooses, not writing: what is printed as one sign is one or more letters. */
    private static CharSequence plainLetters(StringBuilder text) {
        if (text.chars().noneMatch(Characters::isPrintedForm)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPrintedForm(c)) {
                plain.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
            } else {
                plain.append(c);
            }
        }
        return plain;
    }

    /** Latin ligatures, Arabic presentation forms A and B (Unicode, blocks FB00, FB50, FE70). */
    private static boolean isPrintedForm(int c) {
        return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
    }

    /** White by Unicode's reading (no-break spaces too) or by Java's (line feed, tab). */
    static boolean isWhite(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isDebris(int c) {
        return Character.isISOControl(c) || c == SOFT_HYPHEN || c == BYTE_ORDER_MARK;
    }

    private static boolean isLoneSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
