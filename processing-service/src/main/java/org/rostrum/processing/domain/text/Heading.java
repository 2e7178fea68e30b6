package org.rostrum.processing.domain.text;

/**
 * A heading that governs a passage.
 *
 * @param level 1 is the outermost
 */
public record Heading(int level, Span span, String text) {}
