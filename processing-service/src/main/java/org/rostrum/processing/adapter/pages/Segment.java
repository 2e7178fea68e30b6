package org.rostrum.processing.adapter.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.masking.Mask;
import org.rostrum.processing.domain.masking.MaskedText;
import org.rostrum.processing.domain.text.Span;

/**
 * A piece of a text that is shown in one way.
 *
 * @param passage ordinal of the passage that it is; 0 if it is none
 * @param look how it looks
 */
record Segment(String text, int passage, Look look) {

    enum Look {
        PLAIN,
        PASSAGE,
        MASK,
        DOUBT
    }

    public boolean isPassage() {
        return look == Look.PASSAGE;
    }

    public boolean isMask() {
        return look == Look.MASK;
    }

    public boolean isDoubt() {
        return look == Look.DOUBT;
    }

    private record Highlight(Span span, String text, int passage, Look look) {}

    /** The text of a source with its passages; every character of it appears exactly once. */
    static List<Segment> passagesIn(String text, List<FiledPassage> passages) {
        return cut(
                text,
                passages.stream()
                        .map(passage -> new Highlight(
                                passage.span(),
                                text.substring(
                                        passage.span().start(), passage.span().end()),
                                passage.ordinal(),
                                Look.PASSAGE))
                        .toList());
    }

    /** The public form of a text: masks in place of what they hide, and what staff should look at twice. */
    static List<Segment> masksIn(String original, MaskedText masked) {
        var highlights = new ArrayList<Highlight>();
        for (Mask mask : masked.masks()) {
            highlights.add(new Highlight(mask.hidden(), mask.kind().replacement(), 0, Look.MASK));
        }
        for (Span doubtful : masked.doubtful()) {
            highlights.add(
                    new Highlight(doubtful, original.substring(doubtful.start(), doubtful.end()), 0, Look.DOUBT));
        }
        return cut(original, highlights);
    }

    /** A text with places that somebody should look at. */
    static List<Segment> foundIn(String text, List<Span> found) {
        return cut(
                text,
                found.stream()
                        .map(span -> new Highlight(span, text.substring(span.start(), span.end()), 0, Look.DOUBT))
                        .toList());
    }

    /** Of highlights that overlap, the first is shown. */
    private static List<Segment> cut(String text, List<Highlight> highlights) {
        var segments = new ArrayList<Segment>();
        int from = 0;
        for (var highlight : highlights.stream()
                .sorted(Comparator.comparingInt(candidate -> candidate.span().start()))
                .toList()) {
            if (highlight.span().start() >= from) {
                plain(text, from, highlight.span().start(), segments);
                segments.add(new Segment(highlight.text(), highlight.passage(), highlight.look()));
                from = highlight.span().end();
            }
        }
        plain(text, from, text.length(), segments);
        return List.copyOf(segments);
    }

    private static void plain(String text, int from, int to, List<Segment> segments) {
        if (from < to) {
            segments.add(new Segment(text.substring(from, to), 0, Look.PLAIN));
        }
    }

    /** Leaves the text out of logs. */
    @Override
    public String toString() {
        return "Segment[" + look + "]";
    }
}
