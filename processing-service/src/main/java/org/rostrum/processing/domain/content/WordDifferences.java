package org.rostrum.processing.domain.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.rostrum.processing.domain.content.Comparison.Edit;
import org.rostrum.processing.domain.content.Comparison.Piece;

/** Two texts, word by word. */
final class WordDifferences {
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");
    /** Below that share of kept words, reading both texts whole is easier. */
    private static final double READABLE = 0.3;

    private WordDifferences() {}

    static List<Piece> between(String before, String now) {
        var old = words(before);
        var young = words(now);
        var pieces = new ArrayList<Piece>();
        for (var stretch : Stretch.between(old, young)) {
            if (stretch.same()) {
                add(pieces, Edit.KEPT, stretch.now().of(young));
            } else {
                add(pieces, Edit.REMOVED, stretch.before().of(old));
                add(pieces, Edit.ADDED, stretch.now().of(young));
            }
        }
        return List.copyOf(pieces);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }

    private static void add(List<Piece> pieces, Edit edit, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(edit, String.join("", words)));
        }
    }

    static boolean isReadable(List<Piece> pieces) {
        long all = pieces.stream().mapToLong(piece -> piece.text().length()).sum();
        long kept = pieces.stream()
                .filter(piece -> piece.edit() == Edit.KEPT)
                .mapToLong(piece -> piece.text().length())
                .sum();
        return kept >= READABLE * all;
    }
}
