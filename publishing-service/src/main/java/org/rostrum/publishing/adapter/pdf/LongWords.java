package org.rostrum.publishing.adapter.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Paragraphs cut where a word is far longer than a line. The typesetter needs time by the square of a word's length: a
 * word of a million letters would keep it busy for minutes.
 */
final class LongWords {
    private static final int LONGEST = 2_000;

    private LongWords() {}

    /** The paragraph in one piece, unless it holds a word that is too long; joined, the pieces are the paragraph. */
    static List<String> pieces(String paragraph) {
        var pieces = new ArrayList<String>();
        int begin = 0;
        int wordLength = 0;
        int next;
        for (int i = 0; i < paragraph.length(); i = next) {
            int character = paragraph.codePointAt(i);
            next = i + Character.charCount(character);
            wordLength = endsWord(character) ? 0 : wordLength + 1;
            if (wordLength > LONGEST) {
                pieces.add(paragraph.substring(begin, i));
                begin = i;
                wordLength = 1;
            }
        }
        pieces.add(paragraph.substring(begin));
        return pieces;
    }

    /** Spaces, and scripts that write without spaces and can be broken anywhere. */
    private static boolean endsWord(int character) {
        return Character.isWhitespace(character) || Character.isIdeographic(character);
    }
}
