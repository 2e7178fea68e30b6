package org.rostrum.processing.domain.text;

import java.text.Normalizer;

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
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
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
