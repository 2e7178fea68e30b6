package org.rostrum.processing.domain.text;

/**
 * A block of a {@link NormalisedText}: its kind, where it lies in the text, and where it stood in the file.
 *
 * @param level 1 to 6 for a heading, 0 for everything else
 * @param column of a table row: that of its first cell, from 0; empty cells before it are not in the text
 */
public record Block(BlockKind kind, int level, Span span, Place place, int column) {

    public Block(BlockKind kind, int level, Span span, Place place) {
        this(kind, level, span, place, 0);
    }

    public Block(BlockKind kind, int level, Span span, int page) {
        this(kind, level, span, Place.onPage(page));
    }

    /** Counted from 1; 0 where the format has no pages. */
    public int page() {
        return place.page();
    }
}
