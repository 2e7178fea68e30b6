package org.rostrum.processing.domain.text;

import java.util.List;

/**
 * An exact span of a submission's normalised text: {@code text.substring(span)} is this passage's text.
 *
 * @param page where it begins, counted from 1; 0 where the format has no pages
 * @param headings those above it, outermost first
 */
public record Passage(Span span, String text, int page, List<Heading> headings) {

    public Passage {
        if (span.length() != text.length() || text.isEmpty()) {
            throw new IllegalArgumentException(
                    "A passage's span has its text's length, got " + span + " for " + text.length() + " characters");
        }
        headings = List.copyOf(headings);
    }

    /** Leaves the text out of logs. */
    @Override
    public String toString() {
        return "Passage[" + span.start() + ".." + span.end() + ", page " + page + "]";
    }
}
