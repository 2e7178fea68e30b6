package org.rostrum.processing.domain.content;

import java.util.ArrayList;
import java.util.List;

/** What changed between two versions, passage by passage, in reading order of both. */
public record Comparison(List<Difference> differences) {

    /** One passage, or a pair of them. */
    public sealed interface Difference {

        /** The same words in both. */
        record Same(FiledPassage before, FiledPassage now) implements Difference {}

        record Added(FiledPassage now, String text) implements Difference {
            @Override
            public String toString() {
                return "Added[" + now.ordinal() + "]";
            }
        }

        record Removed(FiledPassage before, String text) implements Difference {
            @Override
            public String toString() {
                return "Removed[" + before.ordinal() + "]";
            }
        }

        /** Other words in place of some; {@code pieces} in order say which. */
        record Reworded(FiledPassage before, FiledPassage now, List<Piece> pieces) implements Difference {
            public Reworded {
                pieces = List.copyOf(pieces);
            }
        }
    }

    /** How a piece of a reworded passage came about. */
    public enum Edit {
        KEPT,
        ADDED,
        REMOVED
    }

    /** Some words of a reworded passage, with the white space after them. */
    public record Piece(Edit edit, String text) {
        @Override
        public String toString() {
            return "Piece[" + edit + "]";
        }
    }

    public Comparison {
        differences = List.copyOf(differences);
    }

    /** Compares an earlier version with a later one. */
    public static Comparison of(Content before, Content now) {
        var oldTexts = before.passages().stream().map(before::textOf).toList();
        var newTexts = now.passages().stream().map(now::textOf).toList();
        var found = new ArrayList<Difference>();
        for (var stretch : Stretch.between(oldTexts, newTexts)) {
            if (stretch.same()) {
                for (int i = 0; i < stretch.before().size(); i++) {
                    found.add(new Difference.Same(
                            before.passages().get(stretch.before().start() + i),
                            now.passages().get(stretch.now().start() + i)));
                }
            } else {
                changed(before, now, stretch, found);
            }
        }
        return new Comparison(found);
    }

    /** Passages that stand in for one another are shown as one reworded passage where enough of them is the same. */
    private static void changed(Content before, Content now, Stretch stretch, List<Difference> found) {
        int pairs = Math.min(stretch.before().size(), stretch.now().size());
        for (int i = 0; i < pairs; i++) {
            pair(
                    before,
                    before.passages().get(stretch.before().start() + i),
                    now,
                    now.passages().get(stretch.now().start() + i),
                    found);
        }
        for (int i = pairs; i < stretch.before().size(); i++) {
            found.add(removed(before, before.passages().get(stretch.before().start() + i)));
        }
        for (int i = pairs; i < stretch.now().size(); i++) {
            found.add(added(now, now.passages().get(stretch.now().start() + i)));
        }
    }

    private static void pair(
            Content before, FiledPassage old, Content now, FiledPassage young, List<Difference> found) {
        var pieces = WordDifferences.between(before.textOf(old), now.textOf(young));
        if (WordDifferences.isReadable(pieces)) {
            found.add(new Difference.Reworded(old, young, pieces));
        } else {
            found.add(removed(before, old));
            found.add(added(now, young));
        }
    }

    private static Difference removed(Content before, FiledPassage passage) {
        return new Difference.Removed(passage, before.textOf(passage));
    }

    private static Difference added(Content now, FiledPassage passage) {
        return new Difference.Added(passage, now.textOf(passage));
    }

    public boolean isEmpty() {
        return differences.stream().allMatch(Difference.Same.class::isInstance);
    }

    public int unchanged() {
        return (int)
                differences.stream().filter(Difference.Same.class::isInstance).count();
    }
}
