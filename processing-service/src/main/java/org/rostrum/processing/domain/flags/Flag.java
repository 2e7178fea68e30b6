package org.rostrum.processing.domain.flags;

import org.rostrum.processing.domain.text.Span;

/**
 * A place in a submission that a person must look at.
 *
 * @param source ordinal of the source in whose text it stands; {@link #SUMMARY} for the summary
 */
public record Flag(int source, FlagKind kind, Span span) {
    public static final int SUMMARY = 0;
}
