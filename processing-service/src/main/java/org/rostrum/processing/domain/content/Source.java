package org.rostrum.processing.domain.content;

import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.text.Layout;
import org.rostrum.processing.domain.text.Span;

/**
 * One text of a version, normalised; all offsets of its passages refer to it.
 *
 * @param ordinal its place in the version, from 1: boxes, then free text, then attachments
 * @param language BCP 47, if recognised
 * @param layout where its words stand in the file that it came from
 */
public record Source(
        int ordinal, Origin origin, String text, @Nullable String language, Layout layout) {

    /** One that was typed, or of which nobody knows where its words stood. */
    public Source(int ordinal, Origin origin, String text, @Nullable String language) {
        this(ordinal, origin, text, language, Layout.NONE);
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** Leaves the text out of logs. */
    @Override
    public String toString() {
        return "Source[" + ordinal + ", " + text.length() + " characters]";
    }
}
