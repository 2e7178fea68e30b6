package org.rostrum.processing.domain.text;

/**
 * A block of a {@link NormalisedText}: its kind, where it lies in the text, and the page it was printed on.
 *
 * @param level 1 to 6 for a heading, 0 for everything else
 * @param page counted from 1; 0 where the format has no pages
 */
public record Block(BlockKind kind, int level, Span span, int page) {}
