package org.rostrum.processing.domain.filing.content;

/**
 * A passage whose question is settled: a person filed it, or its author wrote it in that question's box.
 *
 * @param question its place among the round's questions, or {@link #NOWHERE}
 */
public record Confirmed(Features passage, int question) {
    /** It answers no question. */
    public static final int NOWHERE = -1;
}
