package org.rostrum.processing.domain.text;

/** What a block was in the document that it came from. */
public enum BlockKind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TABLE_ROW,
    FOOTNOTE,
    /** Running heads, feet and page numbers: a reader sees them, but they say nothing and answer nothing. */
    FURNITURE
}
