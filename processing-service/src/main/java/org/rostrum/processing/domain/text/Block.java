package org.rostrum.processing.domain.text;

/**
 * A block of a {@link NormalisedText}: its kind, where it lies in the text, and where it stood in the file.
 *
 * @param level 1 to 6 for a heading, 0 for everything else
 */
public record Block(BlockKind kind, int level, Span span, Place place) {

    public Block(BlockKind kind, int level, Span span, int page) {
        this(kind, level, span, Place.onPage(page));
    }

    /** Counted from 1; 0 where the format has no pages. */
    public int page() {
        return place.page();
    }
}
