package org.rostrum.publishing.adapter.pdf;

import java.util.List;
import java.util.Set;

/** The fonts of one document, best first, the characters that none of them has, and the mark printed in their place. */
record Alphabet(List<Typeface> faces, Set<Integer> unprintable, int mark) {
    static final int REPLACEMENT = 0xFFFD;

    /** The text with a visible mark in place of each character that cannot be shown. */
    String printable(String text) {
        if (text.codePoints().noneMatch(unprintable::contains)) {
            return text;
        }
        var printable = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> unprintable.contains(character) ? mark : character)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** Whether a font must have it: spaces and formatting characters are never drawn. */
    static boolean isVisible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT;
    }
}
