package org.rostrum.processing.adapter.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.flags.Flag;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.domain.text.Span;

/** A passage with what a person must look at marked in it; every character of it appears exactly once, in order. */
final class FlagMarks {
    /** A text made of nothing but findings stays readable, and its page small. House choice. */
    private static final int MOST = 200;

    private FlagMarks() {}

    /**
     * A piece of a passage.
     *
     * @param flag what was found there, in words; empty where nothing was
     */
    record Piece(String text, String flag) {
        public boolean isFlagged() {
            return !flag.isEmpty();
        }

        /** Leaves the text out of logs. */
        @Override
        public String toString() {
            return "Piece[" + flag + "]";
        }
    }

    /**
     * Cuts a passage at the edges of what was found in it. Where findings overlap, their common part says both.
     *
     * @param text of the passage
     * @param at where it stands in its source
     * @param flags of that source; what lies outside the passage is left out
     */
    static List<Piece> in(String text, Span at, List<Flag> flags) {
        var mine = flags.stream()
                .filter(flag -> flag.span().overlaps(at) && flag.span().length() > 0)
                .limit(MOST)
                .map(flag -> new Flag(flag.source(), flag.kind(), within(flag.span(), at)))
                .toList();
        var edges = mine.stream()
                .flatMap(flag -> Stream.of(flag.span().start(), flag.span().end()))
                .collect(Collectors.toCollection(TreeSet::new));
        edges.add(text.length());
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (int to : edges) {
            if (to > from) {
                pieces.add(piece(text.substring(from, to), new Span(from, to), mine));
                from = to;
            }
        }
        return List.copyOf(pieces);
    }

    /** How many findings are not marked, in words; absent if all are. */
    static @Nullable String unmarked(Span at, List<Flag> flags) {
        long more = flags.stream()
                        .filter(flag -> flag.span().overlaps(at) && flag.span().length() > 0)
                        .count()
                - MOST;
        return more <= 0 ? null : "and " + Numbers.grouped(more) + " more, which are not marked here";
    }

    private static Span within(Span flag, Span at) {
        return new Span(Math.max(flag.start(), at.start()) - at.start(), Math.min(flag.end(), at.end()) - at.start());
    }

    private static Piece piece(String text, Span span, List<Flag> flags) {
        return new Piece(
                text,
                flags.stream()
                        .filter(flag -> flag.span().overlaps(span))
                        .map(Flag::kind)
                        .distinct()
                        .map(kind -> words(kind, text))
                        .collect(Collectors.joining(", ")));
    }

    private static String words(FlagKind kind, String text) {
        return kind == FlagKind.HIDDEN_CHARACTERS
                ? FlagWords.label(kind) + ": " + HiddenCharacters.named(text)
                : FlagWords.label(kind);
    }
}
